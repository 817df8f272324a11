"""Events that took place as records behind the numbers of the programme."""

from collections.abc import Hashable, Iterator
from typing import Any, Final, NamedTuple

from django.db.models import Aggregate, QuerySet

from partnership.core import languages
from partnership.core.indicators import UNSTATED, Record
from partnership.events.choices import CAME
from partnership.events.models import Event, Registration
from partnership.events.querysets import EventQuerySet
from partnership.events.registration_querysets import RegistrationQuerySet
from partnership.events.zones import zone

SENT_BY: Final = "hold__organisation__"
COLUMNS: Final = ("pk", "slug", "starts_at", "timezone", "is_demo")


class HeldEvent(NamedTuple):
    """What a record says of an event; `year` by the clock of its place."""

    key: int
    slug: str
    title: str
    year: str
    is_demo: bool

    @property
    def address(self) -> tuple[str, ...]:
        return ("events:event", self.slug)


def held(*kinds: str) -> EventQuerySet:
    """Return the public events that took place, the latest first; of some kinds, or of all."""
    events: EventQuerySet = Event.objects.published().took_place()
    rows = events.of_kind(*kinds) if kinds else events
    return rows.order_by("-starts_at", "-pk")


def came(*kinds: str) -> RegistrationQuerySet:
    """Return the registrations of those who were at such events, at least for a part, the latest
    event first."""
    rows: RegistrationQuerySet = Registration.objects.confirmed().filter(attendance__in=CAME)
    of_held = rows.filter(event__in=held(*kinds).order_by().values("pk"))
    return of_held.order_by("-event__starts_at", "-event__pk")


def reached(*kinds: str, **condition: Any) -> Iterator[tuple[HeldEvent, str, str]]:
    """Yield such events with the code and the country of a place that took part: the one they were
    in, and those whose organisations sent somebody who came. `condition` is about the place."""
    columns = ("place__code", "place__country__code")
    sent = {f"{SENT_BY}{name}": value for name, value in condition.items()}
    senders = [f"{SENT_BY}{column}" for column in columns]
    yield from with_events(held(*kinds).filter(**condition), *columns)
    yield from with_events(came(*kinds).filter(**sent).distinct(), *senders, through="event__")


def attended_from(code: str) -> EventQuerySet:
    """Return such events elsewhere to which organisations in the place `code` sent somebody who
    came, the latest first."""
    guests = came().filter(hold__organisation__place__code=code).order_by()
    return held().filter(pk__in=guests.values("event")).exclude(place__code=code)


def with_events(
    rows: QuerySet, *columns: str, through: str = "", **sums: Aggregate
) -> Iterator[tuple[Any, ...]]:
    """Yield for each row its event, its `columns` and `sums` over the rows that agree in these;
    `through` is the way to the event, such as `event__`. Plain columns: there are hundreds."""
    own = [f"{through}{name}" for name in (*COLUMNS, languages.column("title"))]
    grouped = QuerySet.values(rows, *own, *columns).annotate(**sums)
    found = languages.values_of(grouped, *own, *columns, *sums)
    for key, slug, starts_at, clock, is_demo, title, *others in found:
        year = str(starts_at.astimezone(zone(clock)).year)
        yield HeldEvent(key, slug, title, year, is_demo), *others


def event_record(event: HeldEvent, part: str | None) -> Record:
    """Return an event that counts as one."""
    return _record(event, event.key, part or UNSTATED, 1)


def people_record(event: HeldEvent, part: str | None, people: int) -> Record:
    """Return an event that counts as the people of one part who came to it."""
    known = part or UNSTATED
    return _record(event, (event.key, known), known, people)


def _record(event: HeldEvent, key: Hashable, part: str, amount: int) -> Record:
    return Record(
        key=key,
        name=event.title,
        period=event.year,
        address=event.address,
        part=part,
        amount=amount,
        is_demo=event.is_demo,
    )
