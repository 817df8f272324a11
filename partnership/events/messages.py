"""Messages about registrations: each is written into the outbox within the deed it tells about.

Whoever has an account is told in the portal, too. Others get a link of their own in each mail.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from django.conf import settings
from django.utils.translation import override

from partnership.core import mail_texts
from partnership.events import calendar, links, times
from partnership.events.addresses import link_url, own_url
from partnership.events.choices import CancelledBy, RegistrationStatus
from partnership.events.models import Event, Registration
from partnership.events.whereabouts import where
from partnership.notifications import outbox, registry
from partnership.notifications.actions.telling import notify
from partnership.notifications.outbox import Draft

S = RegistrationStatus
KINDS: Final[dict[tuple[str, str], str]] = {
    (S.WAITLISTED, S.CONFIRMED): "promoted",
    (S.WAITLISTED, S.OFFERED): "offered",
    (S.OFFERED, S.EXPIRED): "offer_over",
}
BY_STATUS: Final[dict[str, str]] = {
    S.PENDING: "pending",
    S.CONFIRMED: "confirmed",
    S.WAITLISTED: "waitlisted",
    S.OFFERED: "invited",
    S.REJECTED: "rejected",
    S.CANCELLED: "cancelled",
}


LINK: Final = "events.link"


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail to somebody without an account: its kind, what happened (told once), the entry for a
    calendar, and what the templates need besides."""

    kind: str
    event: str
    entry: str = ""
    context: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """What every message says of the event, in the language it is written in."""

    event: Event
    registration: Registration

    @property
    def when(self) -> str:
        event = self.event
        return times.span(
            event.starts_at, event.ends_at, event.timezone, is_all_day=event.is_all_day
        )

    @property
    def own_time(self) -> str:
        """The same by the clock of whoever has an account with another time zone."""
        person = self.registration.person
        return times.in_own_zone(self.event, person.time_zone) if person else ""

    @property
    def where(self) -> str:
        return where(self.event)

    @property
    def answer_by(self) -> str:
        until = self.registration.offer_expires_at
        return times.moment(until, self.event.timezone) if until else ""

    @property
    def closes(self) -> str:
        return times.moment(self.event.registration_ends_at, self.event.timezone)

    @property
    def place_in_line(self) -> int:
        return place_in_line(self.registration)


def place_in_line(registration: Registration) -> int:
    """Return how many registrations wait before this one, itself included."""
    rows = list(registration.event.registrations.waiting().values_list("pk", flat=True))
    return rows.index(registration.pk) + 1 if registration.pk in rows else 0


def moved(registration: Registration, before: str) -> None:
    """Tell the person what has become of the registration; silence where nothing was expected."""
    status = registration.status
    kind = KINDS.get((before, status)) or BY_STATUS.get(status)
    if kind is None:
        return
    had_seat = before == S.CONFIRMED and status == S.CANCELLED
    entry = status == S.CONFIRMED or had_seat
    tell(kind, registration, with_calendar=entry)


def confirm_address(registration: Registration) -> None:
    """Ask a stranger whether the address is theirs."""
    tell("confirm_address", registration)


def link(registration: Registration) -> None:
    """Send the link once more, to who asked for it."""
    secret = links.make(registration, is_asked_for=True)
    _write_mail(Letter(LINK, links.digest(secret)), registration, _opening(registration, secret))


def rehearse_link(event: Event, address: str, language: str) -> None:
    """Do the work of `link` for an address that is not registered: nobody can tell by the time."""
    nobody = Registration(event=event, email=address, language=language)
    secret = links.of_nobody()
    letter = Letter(LINK, links.digest(secret))
    _write_mail(letter, nobody, _opening(nobody, secret), is_rehearsal=True)


def tell(
    kind: str,
    registration: Registration,
    *,
    with_calendar: bool = False,
    about: str = "",
    **more: object,
) -> None:
    """Write a message to who is registered. `kind` is one of ours, or a whole key of an app above.
    `about` tells messages of one kind apart; `more` is what else the templates need."""
    if registration.anonymised_at:
        return
    entry = calendar.for_participant(registration) if with_calendar else ""
    if registration.person and registration.person.email == registration.email:
        notify(
            _key(kind),
            registration.person,
            event=_event_key(registration, about),
            page=lambda: own_url(registration.uid),
            calendar=entry,
            **context_of(registration),
            **more,
        )
    else:
        letter = Letter(_key(kind), _event_key(registration, about), entry, more)
        _write_mail(letter, registration, _opening(registration, links.make(registration)))


def tell_of_page(
    kind: str, registration: Registration, page: str, *, about: str, **more: object
) -> None:
    """Write to somebody without an account about a public page of an app above, `page` being its path:
    the mail leads there, and not to the registration."""
    if not registration.anonymised_at:
        letter = Letter(kind, _event_key(registration, about), context=more)
        _write_mail(letter, registration, settings.SITE_URL + page)


def context_of(registration: Registration) -> dict[str, object]:
    """Return what the templates need."""
    return {
        "registration": registration,
        "facts": Facts(registration.event, registration),
        "by_organiser": registration.cancelled_by == CancelledBy.ORGANISER,
    }


def _event_key(registration: Registration, about: str = "") -> str:
    return f"registration-{registration.pk}-{about or registration.event.sequence}"


def _key(kind: str) -> str:
    return kind if "." in kind else f"events.{kind}"


def _opening(registration: Registration, secret: str) -> str:
    """Return the link that opens the registration, in its language."""
    with override(registration.language):
        return str(settings.SITE_URL + link_url(secret))


def _write_mail(
    letter: Letter, registration: Registration, link: str, *, is_rehearsal: bool = False
) -> None:
    language = registration.language
    context = {
        "link": link,
        "name": registration.name,
        **context_of(registration),
        **letter.context,
    }
    mail = mail_texts.write(registry.get(letter.kind).template, language, context)
    draft = Draft(
        kind=letter.kind,
        to_address=registration.email,
        language=language,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        calendar=letter.entry,
        dedupe_key=f"{letter.kind}:{letter.event}",
    )
    outbox.put(draft, is_rehearsal=is_rehearsal)
