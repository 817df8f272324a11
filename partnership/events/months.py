"""A month of events, day by day."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Final, Self

from django.utils import timezone
from django.utils.formats import date_format

from partnership.events.cards import EventCard

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100
MARGIN: Final = timedelta(days=1)  # a day of some zone lies within a day more of UTC


@dataclass(frozen=True)
class Day:
    """A day and what takes place on it."""

    date: date
    is_in_month: bool
    is_today: bool
    events: list[EventCard] = field(default_factory=list)


@dataclass(frozen=True)
class Month:
    """A month of a year."""

    year: int
    month: int

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the month written as 2027-03; None for anything else."""
        year, dash, month = text.partition("-")
        if not (dash and len(year) == 4 and len(month) == 2 and (year + month).isdecimal()):
            return None
        found = cls(int(year), int(month))
        return found if FIRST_YEAR <= found.year <= LAST_YEAR and 1 <= found.month <= 12 else None

    @classmethod
    def present(cls) -> Self:
        today = timezone.localdate()
        return cls(today.year, today.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def title(self) -> str:
        return date_format(self.first, "YEAR_MONTH_FORMAT")

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def previous(self) -> "Month":
        return self._month_of(self.first - timedelta(days=1))

    @property
    def next(self) -> "Month":
        return self._month_of(self.first + timedelta(days=31))

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """Return moments between which every zone's month lies."""
        start = datetime(self.year, self.month, 1, tzinfo=UTC)
        following = self.next
        return start - MARGIN, datetime(following.year, following.month, 1, tzinfo=UTC) + MARGIN

    def weeks(self, cards: Sequence[EventCard]) -> list[list[Day]]:
        """Return the weeks from Monday on, each event on every day it lasts, by its own clock."""
        today = timezone.localdate()
        return [
            [
                Day(
                    day,
                    day.month == self.month,
                    day == today,
                    [card for card in cards if _is_on(card, day)],
                )
                for day in week
            ]
            for week in calendar.Calendar().monthdatescalendar(self.year, self.month)
        ]

    @staticmethod
    def _month_of(day: date) -> "Month":
        return Month(day.year, day.month)


def _is_on(card: EventCard, day: date) -> bool:
    return card.date.date() <= day <= (card.last_date - timedelta(microseconds=1)).date()
