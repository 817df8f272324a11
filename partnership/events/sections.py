"""What is coming and what was: of one kind of event, of one place, or of all."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from partnership.events.cards import EventCard, cards_of
from partnership.events.filters import PAST
from partnership.events.querysets import EventQuerySet

COMING: Final = 12  # shown at once; the list of events has all
BEFORE: Final = 6


@dataclass(frozen=True)
class Section:
    """Two short lists in the order of time, and the ways to the whole of them."""

    coming: list[EventCard]
    past: list[EventCard]
    more_coming: str
    more_past: str

    @property
    def is_filled(self) -> bool:
        """There is an event in it at all."""
        return bool(self.coming or self.past)

    @classmethod
    def of(cls, events: EventQuerySet, now: datetime | None = None, **narrowed: str) -> Self:
        """Take the public ones of `events`; `narrowed` is how the list of events finds them."""
        moment = now or timezone.now()
        coming = cards_of(_first(events.upcoming(moment), COMING + 1))
        past = cards_of(_first(events.past(moment), BEFORE + 1))
        return cls(
            coming[:COMING],
            past[:BEFORE],
            _address(narrowed) if len(coming) > COMING else "",
            _address({**narrowed, "when": PAST}) if len(past) > BEFORE else "",
        )


def _first(events: EventQuerySet, number: int) -> EventQuerySet:
    return events[:number]


def _address(query: dict[str, str]) -> str:
    return f"{reverse('events:list')}?{urlencode(query)}"
