"""Entering how many came, from a sheet that was signed: on the day or after the event."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.attendance.actions.noting import locked_of, renew, require_noting
from partnership.attendance.days import day_at, days_of
from partnership.attendance.errors import MoreHeadsThanSeats, NotedMeanwhile
from partnership.attendance.models import CheckIn
from partnership.core import audit, partial_dates
from partnership.core.choices import Verb
from partnership.events.models import Event, Registration

Cell = tuple[int, date]  # registration, day
Heads = Mapping[Cell, int]  # how many came; 0 where nobody did
NOTHING: Final[Heads] = {}


@transaction.atomic
def count_heads(event: Event, heads: Heads, *, by: User, seen: Heads = NOTHING) -> int:
    """Write how many of each registration came on a day of the event, as a check-in does at the
    door; return how many entries changed.

    As in `note`, `heads` are the cells somebody changed and `seen` what stood in them: where a
    colleague has written something else meanwhile, nothing is saved.
    """
    require_noting(event, by)
    rows = locked_of(event, {registration for registration, _day in heads})
    days = {day for day in days_of(event) if day <= day_at(event, timezone.now())}
    known = heads_of(rows)
    changed = {
        cell: people
        for cell, people in heads.items()
        if cell[0] in rows and cell[1] in days and known.get(cell, 0) != people
    }
    _require_seats(rows, changed)
    overtaken = [cell for cell in changed if seen and seen.get(cell, 0) != known.get(cell, 0)]
    if overtaken:
        raise NotedMeanwhile(
            [_words(rows[cell[0]], cell[1], known.get(cell, 0)) for cell in overtaken]
        )
    for cell, people in changed.items():
        _write(rows[cell[0]], cell[1], [known.get(cell, 0), people], by)
    renew(event, [rows[key] for key in {key for key, _day in changed}])
    return len(changed)


def heads_of(registrations: Mapping[int, Registration]) -> dict[Cell, int]:
    """Return how many came of each, day by day, as it is noted."""
    check_ins = CheckIn.objects.filter(registration__in=registrations)
    found = check_ins.values_list("registration", "day", "people")
    return {(registration, day): people for registration, day, people in found}


def _require_seats(rows: Mapping[int, Registration], heads: Heads) -> None:
    for (key, _day), people in heads.items():
        if people > rows[key].seats:
            raise MoreHeadsThanSeats(name=rows[key].name, seats=rows[key].seats)


def _words(row: Registration, day: date, people: int) -> tuple[str, str, str]:
    return row.name, partial_dates.display(day.isoformat()), str(people or "")


def _write(row: Registration, day: date, people: list[int], by: User) -> None:
    check_ins = row.check_ins.on(day)
    if people[1]:
        now = timezone.now()
        check_ins.update_or_create(
            registration=row, day=day, defaults={"people": people[1], "at": now, "by": by}
        )
    else:
        check_ins.delete()
    audit.record(
        Verb.CHANGED, row, by=by, changes={"people_checked_in": people}, note=day.isoformat()
    )
