"""One's registration, opened by a link. Opening changes nothing; every deed is a button."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from partnership.accounts.models import User
from partnership.core.errors import DomainError
from partnership.events import actions, links, messages
from partnership.events.actions.opening import what_has_closed
from partnership.events.addresses import own_url, participants_url
from partnership.events.choices import (
    ACTIVE,
    CAME,
    Attendance,
    PublishConsent,
    RegistrationStatus,
)
from partnership.events.event_page import EventPage
from partnership.events.forms.names import NamesForm
from partnership.events.forms.registering import CONSENT
from partnership.events.models import Registration
from partnership.events.pieces import pieces_of
from partnership.events.views.refusals import answer

S = RegistrationStatus
CANCELLABLE: Final = frozenset({S.UNVERIFIED, S.PENDING, S.WAITLISTED, S.OFFERED, S.CONFIRMED})
TONES: Final = {S.CONFIRMED: "ok", S.OFFERED: "warn", S.UNVERIFIED: "warn", S.REJECTED: "bad"}
STATES: Final = {
    S.UNVERIFIED: _("Not confirmed yet. Press the button to register."),
    S.PENDING: _("Received. The secretariat decides, and you will hear from us."),
    S.CONFIRMED: _("You have a seat."),
    S.WAITLISTED: _("You are on the waiting list."),
    S.OFFERED: _("A seat is kept for you. Please accept or decline it."),
    S.REJECTED: _("The secretariat could not offer you a seat."),
    S.CANCELLED: _("This registration is cancelled."),
    S.EXPIRED: _("This registration has ended."),
}


AFTERWARDS: Final = {
    Attendance.UNKNOWN: _("You had a seat."),
    Attendance.ATTENDED: _("You took part."),
    Attendance.PARTIAL: _("You took part for some of the time."),
    Attendance.ABSENT: _("It was noted that you did not come."),
    Attendance.EXCUSED: _("It was noted that you were excused."),
}


@dataclass(frozen=True)
class RegistrationPage:
    """A registration as its owner sees it."""

    row: Registration
    page: EventPage
    address: str  # of this page
    names: NamesForm

    @classmethod
    def of(cls, row: Registration, address: str, names: NamesForm) -> "RegistrationPage":
        return cls(row, EventPage.at_present(row.event, row.person), address, names)

    @cached_property
    def closed(self) -> DomainError | None:
        """What stands against confirming now; of use only while it is not confirmed."""
        return what_has_closed(self.row.event, timezone.now())

    @property
    def state(self) -> str:
        if self.row.status == S.UNVERIFIED and self.closed:
            return str(self.closed)
        if self.had_seat:
            return str(AFTERWARDS[Attendance(self.row.attendance)])
        return str(STATES[S(self.row.status)])

    @property
    def had_seat(self) -> bool:
        """Whether the event is over, and the person was expected."""
        return self.row.status == S.CONFIRMED and self.page.is_over

    @property
    def tone(self) -> str:
        if self.had_seat and self.row.attendance not in CAME:
            return "info"
        return TONES.get(S(self.row.status), "info")

    @property
    def is_by_account(self) -> bool:
        """Whether somebody with an account opened it, and not a link."""
        return self.address == own_url(self.row.uid)

    @property
    def place_in_line(self) -> int:
        return messages.place_in_line(self.row)

    @property
    def answer_by(self) -> str:
        return messages.Facts(self.row.event, self.row).answer_by

    @property
    def can_confirm(self) -> bool:
        return self.row.status == S.UNVERIFIED and self.closed is None

    @property
    def can_accept(self) -> bool:
        return self.row.status == S.OFFERED

    @property
    def can_cancel(self) -> bool:
        in_time = self.row.event.may_be_cancelled_at(timezone.now())
        return self.row.status in CANCELLABLE and in_time

    @property
    def can_correct(self) -> bool:
        return self.row.status in ACTIVE and self.row.event.is_to_begin_at(timezone.now())

    @property
    def can_choose_readers(self) -> bool:
        is_lost = self.row.status == S.UNVERIFIED and self.closed is not None
        return self.row.status in ACTIVE and not is_lost

    @property
    def readers(self) -> list[tuple[str, Any]]:
        return PublishConsent.choices

    @property
    def participants(self) -> str:
        """The address of the list of who takes part, for whoever has a seat; below the link for
        who has no account."""
        if self.row.status != S.CONFIRMED:
            return ""
        if self.is_by_account:
            return participants_url(self.row.event.slug)
        return f"{self.address}participants/"

    @cached_property
    def pieces(self) -> list[SafeString]:
        """What apps above have to show with it."""
        return pieces_of(self.row, self.address)

    @property
    def join_url(self) -> str:
        return self.row.event.join_url if self.row.status == S.CONFIRMED else ""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def registration(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the registration a link opens, and do what its buttons say."""
    row = links.opened_by(secret)
    if row is None:
        raise Http404
    refusal, names = None, names_form(request, row)
    if request.method == "POST":
        refusal = do(request, row, None, names)
        if refusal is None and not names.errors:
            return redirect("events:registration", secret=secret)
        row.refresh_from_db()
    context = {"shown": RegistrationPage.of(row, request.path, names), "refusal": refusal}
    return answer(request, "events/registration.html", context, refusal)


def names_form(request: HttpRequest, row: Registration) -> NamesForm:
    """Return the form for names, filled with what was sent if it was sent."""
    return NamesForm(row, request.POST if request.POST.get("deed") == "names" else None)


def do(
    request: HttpRequest, row: Registration, person: User | None, names: NamesForm
) -> DomainError | None:
    """Do what the button says; return the refusal, if there is one. Faults of names stand on
    their form."""
    deeds: dict[str, Callable[[], object]] = {
        "confirm": lambda: actions.verify(row),
        "accept": lambda: actions.accept_offer(row, person=person, consent_version=CONSENT),
        "cancel": lambda: actions.cancel(row, person=person),
    }
    if names.is_valid():
        deeds["names"] = partial(actions.correct_own_names, row, names.cleaned_data, person=person)
    readers = request.POST.get("publish_consent")
    if readers in PublishConsent.values:
        chosen = PublishConsent(readers)
        deeds["readers"] = partial(actions.choose_readers, row, chosen, person=person)
    deed = deeds.get(request.POST.get("deed", ""))
    if deed is None:
        return None
    try:
        deed()
    except DomainError as refusal:
        return refusal
    return None
