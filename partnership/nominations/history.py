"""Who was named so far and who came, for an organisation and for a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from partnership.events import contact
from partnership.events.choices import CAME, RegistrationStatus
from partnership.events.marks import marked
from partnership.events.models import Registration
from partnership.network.models import Organisation
from partnership.nominations.models import Nomination
from partnership.nominations.querysets import NominationQuerySet

MOST: Final = 5  # events named in one line


@dataclass(frozen=True, slots=True)
class Sums:
    """How many people an organisation named, and what came of it."""

    named: int
    accepted: int
    confirmed: int
    attended: int


def nominations_of(organisation: Organisation, person: str = "") -> NominationQuerySet:
    """Return whom the organisation has handed in, the latest event first; only one person's
    where an address is given."""
    rows: NominationQuerySet = Nomination.objects.filter(
        quota__hold__organisation=organisation, submitted_at__isnull=False
    )
    if person:
        rows = rows.filter(email=contact.address(person))
    related = rows.select_related("quota__hold__event", "registration")
    return related.order_by("-quota__hold__event__starts_at", "rank", "pk")


def sums_of(rows: NominationQuerySet) -> Sums:
    """Count once, in the database."""
    return Sums(**rows.order_by().aggregate(**counts()))


def counts() -> dict[str, Count]:
    """Return what is counted of nominations, by the names of `Sums`."""
    confirmed = Q(registration__status=RegistrationStatus.CONFIRMED)
    return {
        "named": Count("pk"),
        "accepted": Count("pk", filter=Q(registration__isnull=False)),
        "confirmed": Count("pk", filter=confirmed),
        "attended": Count("pk", filter=Q(registration__attendance__in=CAME)),
    }


def lines(rows: NominationQuerySet) -> Iterator[Sequence[object]]:
    """Yield the people as rows of a file, headings first."""
    yield [
        _("Event"),
        _("Day"),
        pgettext("person", "Name"),
        _("Name in Latin letters"),
        _("Nomination"),
        _("Answer"),
        _("Attendance"),
    ]
    for row in rows.iterator(chunk_size=500):
        event, registration = row.quota.hold.event, row.registration
        yield [
            marked(event, str(event)),
            f"{timezone.localdate(event.starts_at):%Y-%m-%d}",
            row.name,
            row.latin_name,
            row.get_status_display(),
            row.answer.label if row.answer else "",
            registration.get_attendance_display() if registration else "",
        ]


def in_words(address: str) -> str:
    """Return the events somebody had a seat at so far, in one line, whoever named them."""
    rows = Registration.objects.confirmed().filter(email=address)
    past = rows.filter(event__ends_at__lt=timezone.now()).select_related("event")
    found = past.order_by("-event__starts_at")[:MOST] if address else []
    lines = [
        pgettext("event and attendance", "%(event)s, %(day)s (%(attendance)s)")
        % {
            "event": row.event,
            "day": date_format(timezone.localdate(row.event.starts_at), "DATE_FORMAT"),
            "attendance": row.get_attendance_display(),
        }
        for row in found
    ]
    return "; ".join(lines) or "–"
