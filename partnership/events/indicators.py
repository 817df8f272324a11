"""What events say about the programme: how many there were, who came, which places were reached."""

from collections.abc import Collection, Iterator
from typing import Final

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.choices import labels_in
from partnership.core.indicators import (
    CALENDAR_YEAR,
    Axis,
    Indicator,
    Record,
    register,
    shared,
)
from partnership.core.languages import current
from partnership.events.choices import Kind
from partnership.events.counting import (
    HeldEvent,
    came,
    event_record,
    held,
    people_record,
    reached,
    with_events,
)
from partnership.reference import names
from partnership.reference.breakdowns import BY_COUNTRY


def _kinds(found: Collection[str]) -> dict[str, str]:
    return {kind: label for kind, label in labels_in(current(), Kind).items() if kind in found}


BY_KIND: Final = Axis(pgettext_lazy("heading", "Kind of event"), _kinds)


def _events_held() -> Iterator[Record]:
    for event, kind in with_events(held(), "kind"):
        yield event_record(event, kind)


def _people() -> Iterator[Record]:
    rows = came().with_heads()
    for event, kind, people in with_events(
        rows, "event__kind", through="event__", people=Sum("heads")
    ):
        yield people_record(event, kind, people)


@shared
def _reached() -> list[tuple[HeldEvent, str, str]]:
    return reached(place__isnull=False)


def _cities() -> Iterator[Record]:
    found = _reached()
    cities = names.names_of("city", {place for _event, place, _country in found})
    for event, place, country in found:
        if place in cities:
            yield _seen_at(event, place, cities[place], country)


def _countries() -> Iterator[Record]:
    found = _reached()
    countries = names.names_of("country", {country for _event, _place, country in found})
    for event, _place, country in found:
        yield _seen_at(event, country, countries[country], country)


def _seen_at(event: HeldEvent, code: str, name: str, country: str) -> Record:
    return Record(
        key=code,
        name=name,
        period=event.year,
        address=event.address,
        part=country,
        detail=event.title,
        is_demo=event.is_demo,
    )


register(
    Indicator(
        key="events-held",
        name=_("Events held"),
        unit=_("events"),
        definition=_(
            "Roundtable dialogues, trainings and beach clean-ups of the partnership that took place."
        ),
        period=CALENDAR_YEAR,
        method=_(
            "Public events noted as held, in the year of their first day by the clock of their "
            "place. Postponed and cancelled events do not count."
        ),
        records=_events_held,
        parts=BY_KIND,
        rank=20,
    ),
    Indicator(
        key="people-taking-part",
        name=_("People taking part in events"),
        unit=pgettext_lazy("unit", "people"),
        definition=_("People who came to the events held, at least for a part of the time."),
        period=CALENDAR_YEAR,
        method=_(
            "The sum over these events of the people noted as present, those of groups included: of "
            "a group as many as were counted at the door, and where nobody counted, its seats. "
            "Somebody who comes to three events is counted three times. Events whose attendance "
            "was not noted add nothing."
        ),
        records=_people,
        parts=BY_KIND,
        rank=25,
    ),
    Indicator(
        key="cities-engaged",
        name=_("Cities engaged"),
        unit=_("cities"),
        definition=_(
            "Cities in which an event of the partnership was held, or whose organisations sent "
            "people who came to one."
        ),
        period=CALENDAR_YEAR,
        method=_(
            "Each city counts once a year and once in the total. A city is that of the event, or "
            "that of the organisation on whose seats somebody attended."
        ),
        records=_cities,
        parts=BY_COUNTRY,
        rank=30,
    ),
    Indicator(
        key="countries-engaged",
        name=_("Countries engaged"),
        unit=_("countries"),
        definition=_(
            "Countries in which an event of the partnership was held, or whose organisations sent "
            "people who came to one."
        ),
        period=CALENDAR_YEAR,
        method=_(
            "Each country counts once a year and once in the total. A country is that of the event, "
            "or that of the organisation on whose seats somebody attended."
        ),
        records=_countries,
        rank=35,
    ),
)
