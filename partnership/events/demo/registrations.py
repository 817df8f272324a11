"""Invented people who registered for the demo events, in every state there is.

They are written as rows: nobody is to be told of them, and loading has to be quick.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.content_files import ContentFile, read
from partnership.events.choices import (
    ENDED,
    Attendance,
    CancelledBy,
    PublishConsent,
    RegistrationStatus,
    Status,
)
from partnership.events.models import Event, Registration, SeatHold
from partnership.network.models import Organisation

FOLDER: Final = Path(__file__).parents[1] / "data" / "demo"
REASONS: Final = {
    languages.CHINESE: "演示数据：名额留给沿海城市。",
    languages.ENGLISH: "Demo data: seats are for coastal cities.",
}
ORGANISATIONS: Final = {languages.CHINESE: "演示单位", languages.ENGLISH: "Demo organisation"}
NAMES: Final = {languages.CHINESE: "演示代表{:02}", languages.ENGLISH: "Demo Participant {:02}"}
BEFOREHAND: Final = timedelta(days=10)  # so long before a past event people have registered
S = RegistrationStatus


@transaction.atomic
def load(folder: Path = FOLDER) -> int:
    """Write the registrations of demo events that have none; return how many."""
    wanted = [
        row
        for item in read(folder)
        if isinstance(item, ContentFile)
        for slug, data in item.data.items()
        for row in _of_event(Event.objects.filter(slug=slug, is_demo=True).first(), data)
    ]
    return len(Registration.objects.bulk_create(wanted))


def send_people(event: Event, organisation: Organisation, number: int, language: str) -> None:
    """Let so many invented people sit on seats of an organisation, and have been there."""
    Registration.objects.bulk_create(_sent(event, organisation, number, language))


def _sent(
    event: Event, organisation: Organisation, people: int, language: str
) -> Iterator[Registration]:
    hold, _is_new = SeatHold.objects.get_or_create(
        event=event, organisation=organisation, defaults={"seats": people}
    )
    for number in range(1, people + 1):
        yield Registration(
            event=event,
            hold=hold,
            status=S.CONFIRMED,
            attendance=Attendance.ATTENDED,
            language=language,
            email=f"demo.{event.slug}.{organisation.slug}.{number}@example.org",
            name=NAMES[language].format(number),
            organisation_name=getattr(organisation, languages.column("name", language)),
            confirmed_at=event.starts_at,
            verified_at=event.starts_at,
            consent_version="demo",
            consented_at=event.starts_at,
        )


def _of_event(event: Event | None, data: dict[str, Any]) -> Iterator[Registration]:
    if event is None or event.registrations.exists():
        return
    for slug, people in data.get("cities", {}).items():
        organisation = Organisation.objects.select_related("place").filter(slug=slug).first()
        if organisation:
            yield from _sent(event, organisation, people, _language_of(organisation))
    numbers, line = count(1), count(1)
    for email, status in data.get("members", {}).items():
        person = User.objects.filter(email=email).first()
        if person:
            yield _row(event, status, line, _account(person))
    for status in S.values:
        for group in _groups(data.get(status, 0)):
            yield _row(event, status, line, _invented(event, next(numbers)) | group)


def _language_of(organisation: Organisation) -> str:
    """Cities in China send people who read Chinese."""
    is_here = organisation.place is not None and organisation.place.code.startswith("cn-")
    return languages.CHINESE if is_here else languages.ENGLISH


def _groups(wanted: Any) -> Iterator[dict[str, Any]]:
    """Yield one set of columns for each: of single people a number, of groups what they are."""
    if isinstance(wanted, int):
        yield from ({} for _number in range(wanted))
    else:
        yield from wanted


def _account(person: User) -> dict[str, Any]:
    return {
        "person": person,
        "email": person.email,
        "name": person.name,
        "language": person.language,
    }


def _invented(event: Event, number: int) -> dict[str, Any]:
    language = languages.LANGUAGES[number % len(languages.LANGUAGES)]
    return {
        "email": f"demo.{event.slug}.{number:02}@example.org",
        "name": NAMES[language].format(number),
        "organisation_name": ORGANISATIONS[language],
        "language": language,
        "publish_consent": PublishConsent.values[number % len(PublishConsent.values)],
    }


def _row(event: Event, status: str, line: "count[int]", columns: dict[str, Any]) -> Registration:
    now = min(timezone.now(), event.starts_at - BEFOREHAND)
    row = Registration(
        event=event, status=status, consent_version="demo", consented_at=now, **columns
    )
    row.seats = 1 + row.other_adults + row.young_people + row.children
    row.guardians_agreed_at = now if row.children else None
    row.verified_at = None if status == S.UNVERIFIED else now
    if status == S.CONFIRMED:
        row.confirmed_at = now
        row.attendance = _attendance(event, row)
    if status == S.WAITLISTED:
        row.waitlist_number = next(line)
    if status == S.OFFERED:
        row.offer_expires_at = min(timezone.now() + timedelta(hours=40), event.starts_at)
    if status == S.REJECTED:
        row.decision_reason = REASONS[row.language]
    if status == S.CANCELLED:
        row.cancelled_by = CancelledBy.PARTICIPANT
    row.ended_at = now if status in ENDED else None
    return row


def _attendance(event: Event, row: Registration) -> Attendance:
    return Attendance.ATTENDED if event.status == Status.HELD else Attendance.UNKNOWN
