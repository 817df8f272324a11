"""What the programme is measured by.

Each app declares its indicators in `indicators.py`, found as Django's admin finds `admin.py`. A
number is never typed and never counted twice over: it is the records behind it, counted once each,
so a page can lead from every number to exactly those.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, Final, Generic, NamedTuple, TypeVar

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

UNSTATED: Final = "unstated"  # the part of a record of which nobody has said where it belongs
ALL: Final = ""  # every period, every part


class Record(NamedTuple):
    """One thing that counts, public with everything said here.

    Within one number each `key` counts once, with its `amount`: a city that took part in five
    events of a year is one city. `period` is a code of the indicator's axis, a year as a rule;
    `part` one of its parts. `address` is the name and the arguments of the public page; `detail`
    says for what the record counts where that is not the thing itself: the event at which a city
    was seen.
    """

    key: Hashable
    name: str
    period: str
    address: tuple[str, ...]
    part: str = UNSTATED
    amount: int = 1
    detail: str = ""
    is_demo: bool = False

    @property
    def url(self) -> str:
        """Where its page is, worked out when it is shown: most records are only counted."""
        name, *arguments = self.address
        return reverse(name, args=arguments)


@dataclass(frozen=True)
class Axis:
    """What numbers are told apart by: years, countries, states. `names` returns what the codes that
    occur are called, in the order in which they are shown; it may add codes without a record."""

    title: str | Promise
    names: Callable[[Collection[str]], dict[str, str]]


def years(found: Collection[str]) -> dict[str, str]:
    """Return all years from the first to the last, those without a record too."""
    if not found:
        return {}
    numbers = [int(year) for year in found]
    return {str(year): str(year) for year in range(min(numbers), max(numbers) + 1)}


BY_YEAR: Final = Axis(pgettext_lazy("heading", "Year"), years)


@dataclass(frozen=True)
class Indicator:
    """A number of the programme, in words that a reader can check it by.

    `unit` is what one is called, `definition` what counts, `period` for which time a number
    stands, `method` how it is computed from what the portal holds. Lower `rank` is shown first.
    """

    key: str
    name: str | Promise
    unit: str | Promise
    definition: str | Promise
    period: str | Promise
    method: str | Promise
    records: Callable[[], Iterable[Record]]
    axis: Axis = BY_YEAR
    parts: Axis | None = None
    rank: int = 50

    def count(self) -> "Counted":
        """Return its numbers as they are now."""
        return Counted.of(self, self.records())


Row = TypeVar("Row")


class Sifted(NamedTuple, Generic[Row]):
    """Rows of which none mixes with the others; `is_demo` while all are demo data, `left_out` of them
    otherwise."""

    rows: tuple[Row, ...]
    is_demo: bool
    left_out: int


def sifted(found: Iterable[Row], is_demo: Callable[[Row], bool]) -> Sifted[Row]:
    """Demo data never mix with facts: they count while there is no fact at all, and are left out from
    the first one on."""
    rows = tuple(found)
    facts = tuple(row for row in rows if not is_demo(row))
    if facts or not rows:
        return Sifted(facts, is_demo=False, left_out=len(rows) - len(facts))
    return Sifted(rows, is_demo=True, left_out=0)


Question = Callable[[], Iterable[Row]]
_answers: ContextVar[dict[Question[Any], tuple[Any, ...]] | None] = ContextVar(
    "answers", default=None
)


@contextmanager
def counted_together() -> Iterator[None]:
    """Let the indicators counted meanwhile ask once what several of them go by, in a block within
    such a block, too."""
    outer = _answers.get()
    before = _answers.set({} if outer is None else outer)
    try:
        yield
    finally:
        _answers.reset(before)


def shared(question: Question[Row]) -> Callable[[], tuple[Row, ...]]:
    """Mark a question to the database that several indicators go by."""

    @wraps(question)
    def asked() -> tuple[Row, ...]:
        known = _answers.get()
        if known is None:
            return tuple(question())
        if question not in known:
            known[question] = tuple(question())
        return known[question]

    return asked


Cell = tuple[str, str]  # period and part, either of which may be ALL


@dataclass(frozen=True)
class Counted:
    """The numbers of an indicator, of facts or of demo data alone."""

    indicator: Indicator
    records: tuple[Record, ...]
    is_demo: bool = False
    left_out: int = 0

    @classmethod
    def of(cls, indicator: Indicator, records: Iterable[Record]) -> "Counted":
        return cls(indicator, *sifted(records, lambda record: record.is_demo))

    @cached_property
    def periods(self) -> dict[str, str]:
        return self.indicator.axis.names({record.period for record in self.records})

    @cached_property
    def parts(self) -> dict[str, str]:
        """Code and name of each part that occurs; none for an indicator without parts."""
        if self.indicator.parts is None:
            return {}
        codes = {record.part for record in self.records}
        named = self.indicator.parts.names(codes - {UNSTATED})
        rest = {UNSTATED: _("not stated")} if UNSTATED in codes else {}
        return named | rest

    def value(self, period: str = ALL, part: str = ALL) -> int:
        """Return one number; 0 where there is no record."""
        return self._values.get((period, part), 0)

    def behind(self, period: str = ALL, part: str = ALL) -> list[Record]:
        """Return the records of one number, in the order the app gave them."""
        return [
            record
            for record in self.records
            if period in {ALL, record.period} and part in {ALL, record.part}
        ]

    @cached_property
    def _values(self) -> dict[Cell, int]:
        """All numbers: each record is put into its cell, then cells are merged into totals."""
        found: dict[Cell, dict[Hashable, int]] = defaultdict(dict)
        for record in self.records:
            found[record.period, record.part][record.key] = record.amount
        for (period, part), amounts in list(found.items()):
            for total in ((period, ALL), (ALL, part), (ALL, ALL)):
                found[total].update(amounts)
        return {cell: sum(amounts.values()) for cell, amounts in found.items()}


CALENDAR_YEAR: Final = gettext_lazy("Calendar years; the present one to date.")
AS_OF_TODAY: Final = gettext_lazy("As things stand today.")

_indicators: dict[str, Indicator] = {}


def register(*indicators: Indicator) -> None:
    """Enter indicators; entering a key twice replaces the entry."""
    for indicator in indicators:
        _indicators[indicator.key] = indicator


def find(key: str) -> Indicator | None:
    """Return the indicator called `key`."""
    return _indicators.get(key)


def in_order() -> list[Indicator]:
    """Return all indicators as readers meet them."""
    return sorted(_indicators.values(), key=lambda indicator: (indicator.rank, indicator.key))
