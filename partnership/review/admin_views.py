"""The pages behind the buttons of a submission."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.admin.confirm import ConfirmPage
from partnership.core.admin.theme import ChoiceWidget, DateWidget, TextareaWidget
from partnership.core.verdicts import Verdict
from partnership.review import actions, policies
from partnership.review.choices import DAYS_FOR_EXPERTS, SHORTEST_NOTICE_DAYS, State, leads_to
from partnership.review.models import Submission


class ReasonForm(forms.Form):
    """For closing: unlike reasons for colleagues, the author reads this one."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Both sides read it; it stays with the submission."),
        widget=TextareaWidget(attrs={"rows": 3}),
        max_length=4000,
    )


class ReturnForm(forms.Form):
    message = forms.CharField(
        label=_("Message to the author"),
        required=False,
        help_text=_("What has to be changed. Comments on fields are sent with it."),
        widget=TextareaWidget(attrs={"rows": 4}),
        max_length=4000,
    )
    due_on = forms.DateField(
        label=_("Due"),
        required=False,
        widget=DateWidget(),
        help_text=_("Leave it empty for two weeks from now."),
    )


class NoticeForm(forms.Form):
    until = forms.DateField(
        label=_("On notice until"),
        required=False,
        widget=DateWidget(),
        help_text=_("Leave it empty for the usual time."),
    )


class Decision(ConfirmPage):
    """A step of the secretariat to `target`."""

    target: State

    def verdict(self, user: Any, obj: Submission) -> Verdict:
        return policies.may_decide(user, obj, self.target)

    def is_offered(self, obj: Submission) -> bool:
        return leads_to(obj.state, self.target)


class Take(ConfirmPage):
    slug = "take"
    label = _("Take charge")
    question = _("You look after this submission from now on. The desk check begins.")
    done = _("The submission is yours.")

    def verdict(self, user: Any, obj: Submission) -> Verdict:
        return policies.may_take(user, obj)

    def is_offered(self, obj: Submission) -> bool:
        return obj.is_with_desk

    def perform(self, obj: Submission, *, by: Any, **typed: Any) -> None:
        actions.take(obj, by=by)


class Assign(ConfirmPage):
    slug = "assign"
    label = _("Ask a reviewer")
    question = _("The reviewer reads the text, comments on fields and gives a recommendation.")
    done = _("The reviewer is asked.")

    def verdict(self, user: Any, obj: Submission) -> Verdict:
        return policies.may_judge(user, obj)

    def is_offered(self, obj: Submission) -> bool:
        return obj.state == State.IN_REVIEW

    def form(self, obj: Submission, data: Any) -> forms.Form:
        """Offer who holds the role; whom a conflict of interest bars is refused with the reason."""
        form = forms.Form(data)
        form.fields["reviewer"] = forms.ModelChoiceField(
            User.objects.holding(Role.REVIEWER).order_by("name", "pk"),
            label=_("reviewer"),
            widget=ChoiceWidget(),
        )
        form.fields["due_on"] = forms.DateField(
            label=_("Due"),
            initial=lambda: timezone.localdate() + timedelta(days=DAYS_FOR_EXPERTS),
            widget=DateWidget(),
        )
        return form

    def perform(self, obj: Submission, *, by: Any, **typed: Any) -> None:
        actions.assign(obj, typed["reviewer"], by=by, due_on=typed["due_on"])


class Return(Decision):
    slug = "return"
    label = _("Return for changes")
    question = _("The author changes the text and submits it again. All comments are sent along.")
    done = _("The submission is returned.")
    target = State.RETURNED
    form_class = ReturnForm

    def perform(self, obj: Submission, *, by: Any, **typed: Any) -> None:
        actions.return_for_changes(obj, by=by, **typed)

    def is_offered(self, obj: Submission) -> bool:
        """An endorsing body returns what it does not endorse by itself."""
        return super().is_offered(obj) and obj.state != State.FOR_ENDORSEMENT


class Accept(Decision):
    slug = "accept"
    label = _("Accept")
    question = _("The text becomes a draft in the secretariat's lists, ready to be finished.")
    done = _("The submission is accepted.")
    target = State.ACCEPTED

    def perform(self, obj: Submission, *, by: Any, **typed: Any) -> None:
        actions.accept(obj, by=by)


class PutOnNotice(Decision):
    slug = "put-on-notice"
    label = _("Put on public notice")
    question = _(
        "Title, organisation and summary are public from today, so that everyone can object before "
        "publication."
    )
    done = _("It is on public notice.")
    target = State.ON_NOTICE
    form_class = NoticeForm

    def is_offered(self, obj: Submission) -> bool:
        return super().is_offered(obj) and obj.kind.notice_days >= SHORTEST_NOTICE_DAYS

    def perform(self, obj: Submission, *, by: Any, **typed: Any) -> None:
        actions.put_on_notice(obj, by=by, until=typed["until"])


class Decline(Decision):
    slug = "decline"
    label = _("Decline")
    question = _("The submission is closed for good; the author reads the reason.")
    done = _("The submission is declined.")
    target = State.DECLINED
    form_class = ReasonForm
    is_danger = True

    def perform(self, obj: Submission, *, by: Any, **typed: Any) -> None:
        actions.decline(obj, by=by, reason=typed["reason"])


class Withdraw(ConfirmPage):
    slug = "withdraw"
    label = _("Withdraw")
    question = _(
        "The submission is closed for good; the reason stays with it. What is public of it leaves the "
        "public pages."
    )
    done = _("The submission is withdrawn.")
    form_class = ReasonForm
    is_danger = True

    def verdict(self, user: Any, obj: Submission) -> Verdict:
        return policies.may_withdraw(user, obj)

    def is_offered(self, obj: Submission) -> bool:
        return leads_to(obj.state, State.WITHDRAWN)

    def perform(self, obj: Submission, *, by: Any, **typed: Any) -> None:
        actions.withdraw(obj, by=by, reason=typed["reason"])


CONFIRM_PAGES = (
    Take(),
    Assign(),
    Return(),
    Accept(),
    PutOnNotice(),
    Decline(),
    Withdraw(),
)
