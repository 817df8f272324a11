"""Who reports after an event, by when, and who is reminded when nothing comes."""

from enum import StrEnum
from typing import Final, NamedTuple

from partnership.network.choices import OrganisationType
from partnership.review.choices import READERS, State

__all__ = ["READERS", "REMINDERS", "Addressee", "Reminder"]

REPORTING: Final = frozenset({OrganisationType.CITY_GOVERNMENT})

ASKED_FOR_DAYS: Final = 60  # after the end of an event; older ones are not asked about any more
SHORTEST_DAYS: Final = 7  # to write, where an event was noted as held late


class Addressee(StrEnum):
    """Who is reminded."""

    CITY = "city"
    SUPERIOR = "superior"


class Reminder(NamedTuple):
    """`days` after the report was due."""

    days: int
    to: Addressee


REMINDERS: Final = (
    Reminder(3, Addressee.CITY),
    Reminder(7, Addressee.CITY),
    Reminder(14, Addressee.SUPERIOR),
    Reminder(21, Addressee.SUPERIOR),
    Reminder(28, Addressee.SUPERIOR),
    Reminder(35, Addressee.SUPERIOR),
)

# A report in one of these states has not been handed in: it is owed as if nobody had begun.
NOT_THERE: Final = frozenset({State.DRAFT, State.WITHDRAWN})
# And in these, colleagues may begin another.
GIVEN_UP: Final = frozenset({State.WITHDRAWN})


def reminders_due(days_over: int) -> int:
    """Return how many reminders belong to a report that is so many days over its day."""
    return sum(1 for reminder in REMINDERS if days_over >= reminder.days)
