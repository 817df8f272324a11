"""The base of forms that anybody may send."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.core import tickets
from partnership.core.tickets import Ticket

NOT_EMPTY = _("Leave the field “Fax” empty; it is there for machines.")
UNREADABLE = _(
    "The page was open for too long. Everything you typed is still here; please send it once more."
)
TOO_SOON = _("That was very fast. Please look through what you wrote and send it again.")
NO_PROOF = _(
    "Your browser runs no scripts, so we ask you for a moment of patience instead. Please look "
    "through what you wrote, and send it again in 20 seconds or later."
)
TOO_MANY = _(
    "Very many messages have come from your network within the hour. Please try again later, or "
    "write to %(email)s."
)


class GuardedForm(forms.Form):
    """Carries a ticket, its proof and a field that stays empty; nothing typed is ever lost.

    `purpose` names the form: a ticket of one form does not open another. `most_per_hour` is how
    often one network may send it, where that is less than of all forms together.
    """

    purpose: ClassVar[str]
    most_per_hour: ClassVar[int | None] = None
    template_name = "guarded/fields.html"

    fax = forms.CharField(
        label=_("Fax"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    ticket = forms.CharField(required=False, widget=forms.HiddenInput)
    proof = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, request: HttpRequest, **options: Any) -> None:
        super().__init__(data.copy() if data is not None else None, **options)
        self.request = request
        self.initial.setdefault("ticket", tickets.issue(self.purpose))
        self.valid_ticket: Ticket | None = None

    @property
    def bits(self) -> int:
        """How many zero bits the script has to find."""
        return settings.PROOF_OF_WORK_BITS

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        problem = self._problem()
        if problem:
            self.add_error(None, str(problem))
        return cleaned

    def _problem(self) -> str | Promise | None:
        """Return what speaks against taking the form, and put a fresh ticket where one helps."""
        if self.cleaned_data.get("fax"):
            return NOT_EMPTY
        ticket = Ticket.read(self.data.get("ticket", ""), self.purpose)
        if ticket is None or ticket.age > tickets.LATEST:
            self._renew()
            return UNREADABLE
        if tickets.is_spent(ticket):
            self.valid_ticket = ticket  # answered like the first time, by `spend`
            return None
        if self._are_too_many():
            return TOO_MANY % {"email": settings.CONTACT_EMAIL}
        return self._haste(ticket)

    def _are_too_many(self) -> bool:
        most = self.most_per_hour
        return tickets.are_too_many(self.request) or (
            most is not None and tickets.are_more_than(most, self.request, self.purpose)
        )

    def _haste(self, ticket: Ticket) -> str | Promise | None:
        if ticket.age < tickets.SOONEST:
            return TOO_SOON
        if not ticket.has_proof(self.data.get("proof", "")):
            if not ticket.is_slow:
                self._renew(is_slow=True)
                return NO_PROOF
            if ticket.age < tickets.SOONEST_WITHOUT_PROOF:
                return NO_PROOF
        self.valid_ticket = ticket
        return None

    def _renew(self, *, is_slow: bool = False) -> None:
        self.data["ticket"] = tickets.issue(self.purpose, is_slow=is_slow)  # type: ignore[index]  # a copy
        self.data["proof"] = ""  # type: ignore[index]
