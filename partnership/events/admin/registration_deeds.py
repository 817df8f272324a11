"""The pages behind the buttons of a registration."""

from collections.abc import Callable, Collection
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.confirm import ConfirmPage
from partnership.core.admin.theme import TextareaWidget, TextWidget
from partnership.core.verdicts import Verdict
from partnership.events import actions, policies
from partnership.events.choices import ACTIVE, DECIDABLE, RegistrationStatus
from partnership.events.forms.names import NamesForm
from partnership.events.models import Registration


class ToldReasonForm(forms.Form):
    """A reason that the person reads."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The person reads it, in these words."),
        widget=TextareaWidget(attrs={"rows": 3}),
        max_length=2000,
    )


class Decision(ConfirmPage):
    """One decision about a registration."""

    def __init__(
        self,
        slug: str,
        states: Collection[str],
        deed: Callable[..., object],
        texts: tuple[Promise, Promise, Promise],
        form: type[forms.Form] = forms.Form,
        *,
        is_danger: bool = False,
    ) -> None:
        self.slug, self.states, self.deed, self.is_danger = slug, states, deed, is_danger
        self.label, self.question, self.done = texts
        self.asked = form

    def form(self, obj: Registration, data: Any) -> forms.Form:
        return self.asked(data)

    def verdict(self, user: Any, obj: Registration) -> Verdict:
        return policies.may_decide(user)

    def is_offered(self, obj: Registration) -> bool:
        return obj.status in self.states

    def perform(self, obj: Registration, *, by: Any, **typed: Any) -> None:
        self.deed(obj, by=by, **typed)


class StaffNamesForm(NamesForm):
    """As the admin looks."""

    def __init__(self, row: Registration, data: Any = None) -> None:
        super().__init__(row, data)
        for name, field in self.fields.items():
            if isinstance(field, forms.BooleanField):
                continue
            is_long = name == "members"
            field.widget = TextareaWidget(attrs={"rows": 3}) if is_long else TextWidget()


class CorrectNames(ConfirmPage):
    """For names that are misspelt, or that no font has."""

    slug = "correct-names"
    label = _("Correct the names")
    question = _(
        "Lists, badges and new certificates have the names as you write them here. A certificate "
        "that was given keeps the old ones until it is replaced."
    )
    done = _("The names are corrected.")

    def form(self, obj: Registration, data: Any) -> forms.Form:
        return StaffNamesForm(obj, data)

    def verdict(self, user: Any, obj: Registration) -> Verdict:
        return policies.may_decide(user)

    def is_offered(self, obj: Registration) -> bool:
        return obj.status in ACTIVE and not obj.anonymised_at

    def perform(self, obj: Registration, *, by: Any, **typed: Any) -> None:
        actions.correct_names(obj, typed, by=by)


CONFIRM_PAGES = (
    Decision(
        "approve",
        {RegistrationStatus.PENDING},
        actions.approve,
        (
            _("Accept"),
            _("The person gets a seat, or a place on the waiting list, and is told."),
            _("The person is accepted."),
        ),
    ),
    Decision(
        "put-first",
        {RegistrationStatus.WAITLISTED},
        actions.put_first,
        (
            _("Put first on the waiting list"),
            _("Everybody else on the list moves back by one."),
            _("The person is next in line."),
        ),
        ToldReasonForm,
    ),
    Decision(
        "reject",
        DECIDABLE,
        actions.reject,
        (
            _("Decline"),
            _("The person is told, with your reason."),
            _("The registration is declined."),
        ),
        ToldReasonForm,
        is_danger=True,
    ),
    Decision(
        "cancel",
        ACTIVE,
        actions.cancel_for,
        (
            _("Cancel the registration"),
            _("The person is told, with your reason; the seat goes to the next in line."),
            _("The registration is cancelled."),
        ),
        ToldReasonForm,
        is_danger=True,
    ),
    CorrectNames(),
)
