"""From what was noted to a share, and from the share to a word. Nothing here writes.

Where an event has a programme, the sessions somebody attended count; where it has none, the days
on which they were checked in.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from partnership.attendance.choices import HALVES, Measure, State
from partnership.attendance.days import days_of
from partnership.attendance.models import CheckIn, Plan, Presence
from partnership.events import programmes
from partnership.events.choices import Attendance
from partnership.events.models import Event, Session

DEFAULT: Final = Plan()  # what holds for an event without a plan


@dataclass(frozen=True)
class Noted:
    """What is known of one registration: states by session, days of check-in."""

    states: Mapping[int, str] = field(default_factory=dict)
    days: Collection[date] = ()


@dataclass(frozen=True)
class Yardstick:
    """What an event asks for: its sessions with their weight, or its days, and the share. Where
    its programme has announced a share, as trainings do, that one holds."""

    weights: Mapping[int, int]
    days: Sequence[date]
    needed: int

    @classmethod
    def of(cls, event: Event, sessions: Iterable[Session] | None = None) -> "Yardstick":
        plan = Plan.objects.filter(event=event).first() or DEFAULT
        rows = list(event.sessions.all()) if sessions is None else sessions
        weights = {row.pk: _weight(row, plan.measure) for row in rows}
        needed = programmes.certificate_share(event) or plan.needed_share
        return cls(weights, days_of(event), needed)

    def share(self, noted: Noted) -> int:
        """Return how much was attended, in whole hundredths, rounded down."""
        if not self.weights:
            return 100 * len({*noted.days} & {*self.days}) // len(self.days)
        halves = sum(
            HALVES.get(noted.states.get(key, ""), 0) * weight
            for key, weight in self.weights.items()
        )
        return 100 * halves // (2 * sum(self.weights.values()))

    def word(self, noted: Noted) -> Attendance:
        """Return what is written into the registration."""
        share = self.share(noted)
        if share >= self.needed:
            return Attendance.ATTENDED
        if share:
            return Attendance.PARTIAL
        marks = [noted.states[key] for key in self.weights if key in noted.states]
        if not marks:
            return Attendance.UNKNOWN
        return Attendance.EXCUSED if State.EXCUSED in marks else Attendance.ABSENT


def noted_of(registrations: Collection[int]) -> dict[int, Noted]:
    """Return what is noted of each of the registrations: two queries for all."""
    states: dict[int, dict[int, str]] = {key: {} for key in registrations}
    days: dict[int, list[date]] = {key: [] for key in registrations}
    presences = Presence.objects.filter(registration__in=registrations)
    for key, session, state in presences.values_list("registration", "session", "state"):
        states[key][session] = state
    check_ins = CheckIn.objects.filter(registration__in=registrations)
    for key, day in check_ins.values_list("registration", "day"):
        days[key].append(day)
    return {key: Noted(states[key], days[key]) for key in registrations}


def _weight(session: Session, measure: str) -> int:
    if measure == Measure.SESSIONS:
        return 1
    return max(int((session.ends_at - session.starts_at).total_seconds() // 60), 1)
