"""The columns of the table of attendance in which heads are entered, one for each day so far."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from partnership.accounts.requests import SignedInRequest
from partnership.attendance.actions.counting import heads_of
from partnership.attendance.days import day_at, days_of
from partnership.attendance.errors import NoHeadCount
from partnership.core import partial_dates
from partnership.events.models import Event, Registration

FIELD: Final = re.compile(r"heads-(\d{1,18})-(\d{4}-\d{2}-\d{2})-(\d{1,5})")
LONGEST: Final = 5  # digits


@dataclass(frozen=True, slots=True)
class Box:
    """One number of the table. Its name ends with what is noted as the table is opened."""

    name: str
    label: str
    value: str
    seats: int


@dataclass(frozen=True)
class Typed:
    """The numbers somebody changed as they were typed, by the name of their box, which ends with what
    stood in it."""

    texts: Mapping[str, str]

    @classmethod
    def of(cls, request: SignedInRequest) -> "Typed":
        found = ((name, str(text).strip()) for name, text in request.POST.items())
        fields = {name: text for name, text in found if FIELD.fullmatch(name)}
        return cls({name: text for name, text in fields.items() if (text or "0") != _seen(name)})

    def heads(self) -> tuple[dict[tuple[int, date], int], dict[tuple[int, date], int]]:
        """Return what was typed and what stood there. Raises NoHeadCount for what is no number."""
        chosen, seen = {}, {}
        for name, text in self.texts.items():
            if not (text or "0").isdecimal() or len(text) > LONGEST:
                raise NoHeadCount
            cell = _cell(name)
            if cell:
                chosen[cell], seen[cell] = int(text or 0), int(_seen(name))
        return chosen, seen

    def kept(self, stem: str) -> str | None:
        """Return what was typed into the box whose name begins with `stem`."""
        return next((text for name, text in self.texts.items() if name.startswith(stem)), None)


@dataclass(frozen=True)
class Columns:
    """Of whom heads are entered: of groups, and of everybody where there are no sessions to note."""

    days: Sequence[date]
    known: Mapping[tuple[int, date], int]
    typed: Typed
    of_everybody: bool

    @classmethod
    def of(
        cls, event: Event, rows: Sequence[Registration], typed: Typed, *, of_everybody: bool
    ) -> "Columns":
        today = day_at(event, timezone.now())
        wanted = of_everybody or any(row.is_group for row in rows)
        days = [day for day in days_of(event) if day <= today] if wanted and rows else []
        known = heads_of({row.pk: row for row in rows}) if days else {}
        return cls(days, known, typed, of_everybody)

    @property
    def titles(self) -> list[str]:
        return [_("Heads on %(day)s") % {"day": _shown(day)} for day in self.days]

    def boxes(self, row: Registration) -> list[Box | None]:
        """The boxes of a line; None where nobody has to be counted."""
        is_counted = self.of_everybody or row.is_group
        return [self._box(row, day) if is_counted else None for day in self.days]

    def _box(self, row: Registration, day: date) -> Box:
        people = self.known.get((row.pk, day), 0)
        stem = f"heads-{row.pk}-{day.isoformat()}-"
        typed = self.typed.kept(stem)
        label = _("Heads of %(name)s on %(day)s") % {"name": row.name, "day": _shown(day)}
        return Box(
            f"{stem}{people}", label, str(people or "") if typed is None else typed, row.seats
        )


def _shown(day: date) -> str:
    return partial_dates.display(day.isoformat())


def _seen(name: str) -> str:
    return str(int(name.rpartition("-")[2]))


def _cell(name: str) -> tuple[int, date] | None:
    found = FIELD.fullmatch(name)
    try:
        return (int(found[1]), date.fromisoformat(found[2])) if found else None
    except ValueError:
        return None
