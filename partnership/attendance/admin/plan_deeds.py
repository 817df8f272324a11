"""The pages behind the buttons of an attendance plan."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from partnership.attendance import actions, policies
from partnership.attendance.models import Plan, Steward
from partnership.attendance.querysets import to_certify
from partnership.core.admin.confirm import ConfirmPage
from partnership.core.admin.theme import ChoiceWidget, TextWidget
from partnership.core.verdicts import Verdict
from partnership.events.choices import TOOK_PLACE
from partnership.events.forms.staff import EXAMPLE


class AddressForm(forms.Form):
    """Whose account it is."""

    email = forms.EmailField(label=_("E-mail of the account"), widget=TextWidget())


class StewardForm(forms.Form):
    """One of the stewards of a plan."""

    steward = forms.ModelChoiceField(
        Steward.objects.none(), label=_("steward"), widget=ChoiceWidget()
    )

    def __init__(self, plan: Plan, data: Any) -> None:
        super().__init__(data)
        field: Any = self.fields["steward"]
        field.queryset = plan.stewards.select_related("person")


class PlanDeed(ConfirmPage):
    """For the secretariat."""

    def verdict(self, user: Any, obj: Plan) -> Verdict:
        return policies.may_arrange(user)


class NameSteward(PlanDeed):
    slug = "name-steward"
    label = _("Name a steward")
    question = _("The person is told, and finds the list of the door on their desk.")
    done = _("The steward is named and told.")
    form_class = AddressForm

    def perform(self, obj: Plan, *, by: Any, **typed: Any) -> None:
        actions.name_steward(obj, typed["email"], by=by)


class WithdrawSteward(PlanDeed):
    slug = "withdraw-steward"
    label = _("End a stewardship")
    question = _("The person no longer sees the list of the door. What they have noted stays.")
    done = _("The stewardship is ended.")
    is_danger = True

    def is_offered(self, obj: Plan) -> bool:
        return obj.stewards.exists()

    def form(self, obj: Plan, data: Any) -> forms.Form:
        return StewardForm(obj, data)

    def perform(self, obj: Plan, *, by: Any, **typed: Any) -> None:
        actions.withdraw_steward(typed["steward"], by=by)


class IssueCertificates(PlanDeed):
    """Says before whom it is for and who is passed over."""

    slug = "issue-certificates"
    label = _("Issue certificates")
    question = _("Everybody who attended and has none gets a certificate, and is told.")
    done = _("The certificates are issued; of many, the rest within a few minutes.")

    def is_offered(self, obj: Plan) -> bool:
        is_over = obj.event.status in TOOK_PLACE and not obj.is_certifying
        return is_over and to_certify(obj.event).exists()

    def findings(self, obj: Plan) -> list[object]:
        rows = list(to_certify(obj.event))
        odd, uncounted = actions.unprintable(rows), actions.uncounted(rows)
        left_out = {each.registration.pk for each in odd} | {row.pk for row in uncounted}
        counted = ngettext(
            "%(count)d certificate will be issued.",
            "%(count)d certificates will be issued.",
            len(rows) - len(left_out),
        ) % {"count": len(rows) - len(left_out)}
        sentence = str(
            _("%(name)s is passed over: the fonts lack %(characters)s. Correct the name first.")
        )
        no_count = str(
            _(
                "The group of %(name)s is passed over: nobody counted how many came. Enter the heads "
                "in the table of attendance first."
            )
        )
        left_names = str(
            _(
                "Of the group of %(name)s %(came)d of %(seats)d people were counted: its certificate "
                "leaves out the names of the other adults."
            )
        )
        short = actions.incomplete(rows)
        return [
            counted,
            *(sentence % {"name": x.registration.name, "characters": x.characters} for x in odd),
            *(no_count % {"name": row.name} for row in uncounted),
            *(
                left_names
                % {"name": x.registration.name, "came": x.came, "seats": x.registration.seats}
                for x in short
            ),
        ]

    def perform(self, obj: Plan, *, by: Any, **typed: Any) -> None:
        actions.issue(obj.event, by=by)


class TakeUsualQuestions(PlanDeed):
    slug = "usual-questions"
    label = _("Take the usual questions")
    question = _("Five questions in both languages are entered; you can change them in the form.")
    done = _("The questions are there.")

    def is_offered(self, obj: Plan) -> bool:
        return not obj.questions.exists()

    def perform(self, obj: Plan, *, by: Any, **typed: Any) -> None:
        actions.take_usual_questions(obj, by=by)


class UntilForm(forms.Form):
    """How long the evaluation is open."""

    until = forms.DateTimeField(
        label=_("Open until (Beijing time)"),
        help_text=format_lazy(EXAMPLE, moment="2027-03-23 18:00"),
        widget=TextWidget(),
    )


class BeginEvaluation(PlanDeed):
    slug = "begin-evaluation"
    label = _("Invite to the evaluation")
    question = _(
        "Everybody who attended is asked by mail, once. Answers are kept without names. Later, this "
        "button keeps the evaluation open longer."
    )
    done = _("People are being invited.")
    form_class = UntilForm

    def is_offered(self, obj: Plan) -> bool:
        return obj.event.status in TOOK_PLACE and obj.questions.exists()

    def perform(self, obj: Plan, *, by: Any, **typed: Any) -> None:
        actions.begin_evaluation(obj, until=typed["until"], by=by)


CONFIRM_PAGES: tuple[ConfirmPage, ...] = (
    IssueCertificates(),
    BeginEvaluation(),
    NameSteward(),
    WithdrawSteward(),
    TakeUsualQuestions(),
)
