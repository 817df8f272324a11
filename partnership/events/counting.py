"""Events that took place as records behind the numbers of the programme."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Any, Final, NamedTuple

from django.db.models import Aggregate, QuerySet

from partnership.core import languages
from partnership.core.indicators import UNSTATED, Record, counted_together, shared
from partnership.events.choices import CAME
from partnership.events.models import Event, Registration
from partnership.events.querysets import EventQuerySet
from partnership.events.registration_querysets import RegistrationQuerySet
from partnership.events.zones import zone

SENT_BY: Final = "hold__organisation__"


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
    """Return the registrations of those who were at such events, at least for a part."""
    rows: RegistrationQuerySet = Registration.objects.confirmed().filter(attendance__in=CAME)
    return rows.filter(event__in=held(*kinds).order_by().values("pk"))


def reached(*kinds: str, **condition: Any) -> list[tuple[HeldEvent, str, str]]:
    """Return such events with the code and the country of a place that took part: the one they were
    in, and those whose organisations sent somebody who came. `condition` is about the place."""
    columns = ("place__code", "place__country__code")
    sent = {f"{SENT_BY}{name}": value for name, value in condition.items()}
    senders = [f"{SENT_BY}{column}" for column in columns]
    guests = came(*kinds).filter(**sent).distinct()
    with counted_together():
        hosts = with_events(held(*kinds).filter(**condition), *columns)
        return [*hosts, *with_events(guests, *senders, through="event__")]


def attended_from(code: str) -> EventQuerySet:
    """Return such events elsewhere to which organisations in the place `code` sent somebody who
    came, the latest first."""
    guests = came().filter(hold__organisation__place__code=code)
    return held().filter(pk__in=guests.values("event")).exclude(place__code=code)


@shared
def held_events() -> Iterator[HeldEvent]:
    """Yield all of them as records speak of them, the latest first."""
    for key, slug, title, starts_at, clock, is_demo in languages.values_of(
        held(), "pk", "slug", languages.column("title"), "starts_at", "timezone", "is_demo"
    ):
        yield HeldEvent(key, slug, title, str(starts_at.astimezone(zone(clock)).year), is_demo)


def with_events(
    rows: QuerySet, *columns: str, through: str = "", **sums: Aggregate
) -> Iterator[tuple[Any, ...]]:
    """Yield for each row its event, its `columns` and `sums` over the rows that agree in these, the latest
    event first; `through` is the way to the event, such as `event__`.

    The database groups by numbers and codes alone: what is said of an event is looked up beside it, once
    for all that is counted together.
    """
    own = f"{through}pk"
    grouped = QuerySet.values(rows.order_by(*columns), own, *columns).annotate(**sums)
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for key, *others in languages.values_of(grouped, own, *columns, *sums):
        found[key].append(tuple(others))
    for event in held_events():
        for others in found.get(event.key, ()):
            yield event, *others


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
