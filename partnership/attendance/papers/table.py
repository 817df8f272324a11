"""The table of all registrations of an event: thirty-one columns, one row each."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.contrib.postgres.aggregates import StringAgg
from django.db.models import F, Max, OuterRef, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.attendance.models import CheckIn
from partnership.core import languages
from partnership.core.choices import label_of
from partnership.events.choices import (
    Attendance,
    CancelledBy,
    PublishConsent,
    RegistrationStatus,
    Source,
)
from partnership.events.models import Event, GroupMember
from partnership.events.registration_querysets import RegistrationQuerySet
from partnership.events.zones import zone

AT_A_TIME: Final = 1000  # rows held in memory

Show = Callable[[Any], object]


def _plain(value: Any) -> object:
    return value


def _word(vocabulary: Any) -> Show:
    return lambda value: label_of(vocabulary, value) if value else ""


# Heading, column, and how a value is shown; moments are told apart by their type.
COLUMNS: Final[tuple[tuple[str | Promise, str, Show], ...]] = (
    (_("Number"), "pk", _plain),
    (_("Status"), "status", _word(RegistrationStatus)),
    (_("Source"), "source", _word(Source)),
    (pgettext_lazy("person", "Name"), "name", _plain),
    (_("Name in Latin letters"), "latin_name", _plain),
    (_("E-mail"), "email", _plain),
    (_("Language"), "language", dict(settings.LANGUAGES).get),
    (_("Organisation"), "organisation_name", _plain),
    (pgettext_lazy("person", "Position"), "position", _plain),
    (_("Name of the group"), "group_name", _plain),
    (_("Seats"), "seats", _plain),
    (_("Other adults"), "other_adults", _plain),
    (_("Young people of 14 to 17"), "young_people", _plain),
    (_("Children under 14"), "children", _plain),
    (_("Guardians agree since"), "guardians_agreed_at", _plain),
    (_("Names of the other adults"), "named", _plain),
    (_("Other adults agree since"), "members_agreed_at", _plain),
    (_("Seats kept for"), "kept_for", _plain),
    (_("Number on the waiting list"), "waitlist_number", _plain),
    (_("Offer ends"), "offer_expires_at", _plain),
    (_("Registered"), "created_at", _plain),
    (_("Address confirmed"), "verified_at", _plain),
    (_("Confirmed"), "confirmed_at", _plain),
    (_("Ended"), "ended_at", _plain),
    (_("Cancelled by"), "cancelled_by", _word(CancelledBy)),
    (_("Decided"), "decided_at", _plain),
    (_("Reason of the decision"), "decision_reason", _plain),
    (_("Who may read that the person takes part"), "publish_consent", _word(PublishConsent)),
    (_("Consent to"), "consent_version", _plain),
    (_("Attendance"), "attendance", _word(Attendance)),
    (_("People checked in"), "came", _plain),
)


def headings() -> list[str]:
    return [str(heading) for heading, _column, _show in COLUMNS]


def rows(registrations: RegistrationQuerySet, event: Event) -> Iterator[Sequence[object]]:
    """Yield a row for each registration, moments by the clock of the place: one query, read in
    parts."""
    place = zone(event.timezone)
    columns = [column for _heading, column, _show in COLUMNS]
    shows = [show for _heading, _column, show in COLUMNS]
    found = _with_more(registrations).order_by("pk").values_list(*columns)
    for values in found.iterator(chunk_size=AT_A_TIME):
        yield [
            f"{value.astimezone(place):%Y-%m-%d %H:%M}"
            if isinstance(value, datetime)
            else show(value)
            for show, value in zip(shows, values, strict=True)
        ]


def _with_more(registrations: RegistrationQuerySet) -> RegistrationQuerySet:
    members = GroupMember.objects.filter(registration=OuterRef("pk")).order_by()
    names = members.values("registration").annotate(
        all=StringAgg("name", "; ", order_by=("order", "pk"))
    )
    check_ins = CheckIn.objects.filter(registration=OuterRef("pk")).order_by()
    most = check_ins.values("registration").annotate(most=Max("people"))
    return registrations.annotate(
        named=Subquery(names.values("all")),
        kept_for=F(f"hold__organisation__{languages.column('name')}"),
        came=Subquery(most.values("most")),
    )
