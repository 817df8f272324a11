"""The programme in numbers: each indicator as a figure, a table whose numbers lead to the records
behind them, and rows of CSV."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from partnership.core import languages
from partnership.core.asking import Asked
from partnership.core.charts import Chart, Point, Series
from partnership.core.charts.svg import render
from partnership.core.indicators import ALL, Counted, Indicator, Record, counted_together, in_order
from partnership.core.markup import filled, joined

PERIOD, PART = "period", "part"
CSV_COLUMNS: Final = ("indicator", "period", "part", "part_name", "value", "unit", "is_demo")
ROW: Final = '<tr><th scope="row">{}</th>{}</tr>\n'
CELL: Final = '<td class="number">{}</td>'
LEADING: Final = '<td class="number"><a href="{}">{}</a></td>'
SHORTEST_SERIES: Final = 2  # years that show how a number develops


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a table; it leads to its records where there are any."""

    text: str
    url: str

    @property
    def cell(self) -> SafeString:
        return filled(LEADING, self.url, self.text) if self.url else filled(CELL, self.text)


@dataclass(frozen=True)
class Result:
    """An indicator with its numbers, ready for a page."""

    indicator: Indicator
    counted: Counted

    @classmethod
    def of(cls, indicator: Indicator) -> "Result":
        return cls(indicator, indicator.count())

    @property
    def key(self) -> str:
        return self.indicator.key

    @cached_property
    def url(self) -> str:
        return result_url(self.key)

    @property
    def total(self) -> Number:
        return self._number(ALL, ALL)

    @cached_property
    def svg(self) -> SafeString:
        """The numbers drawn: over time, or by part while there is one year only."""
        counted = self.counted
        points = [Point(name, counted.value(period)) for period, name in counted.periods.items()]
        if len(points) < SHORTEST_SERIES and counted.parts:
            points = [Point(name, counted.value(ALL, part)) for part, name in counted.parts.items()]
        if not points:
            return SafeString()
        name, unit = str(self.indicator.name), str(self.indicator.unit)
        return render(Chart(name, unit, [Series(name, points)]), f"result-{self.key}")

    @property
    def headings(self) -> list[str]:
        """What stands over the table: its first column, the periods, the total."""
        parts = self.indicator.parts
        first = parts.title if parts else self.indicator.name
        return [str(first), *self.counted.periods.values(), pgettext("heading", "All")]

    @property
    def rows(self) -> SafeString:
        """The table's rows, each part and then all of them, as HTML: the page has a thousand cells."""
        parts = [*self.counted.parts.items(), (ALL, pgettext("heading", "All"))]
        return joined(ROW, [(name, self._cells(part)) for part, name in parts])

    def _cells(self, part: str) -> SafeString:
        numbers = (self._number(period, part) for period in (*self.counted.periods, ALL))
        return SafeString("".join([number.cell for number in numbers]))

    def _number(self, period: str, part: str) -> Number:
        value = self.counted.value(period, part)
        return Number(grouped(value), self._records_url(period, part) if value else "")

    def _records_url(self, period: str, part: str) -> str:
        chosen = {PERIOD: period, PART: part}
        query = urlencode({name: code for name, code in chosen.items() if code})
        return f"{self.url}?{query}#records" if query else f"{self.url}#records"

    def csv_rows(self) -> Iterator[tuple[object, ...]]:
        """Yield every number as a row; an empty period or part stands for all of them."""
        yield CSV_COLUMNS
        is_demo = "true" if self.counted.is_demo else "false"
        for period in (*self.counted.periods, ALL):
            for part, name in {**self.counted.parts, ALL: ""}.items():
                value = self.counted.value(period, part)
                yield self.key, period, part, name, value, self.indicator.unit, is_demo


@dataclass(frozen=True)
class Thing:
    """What counts as one, with its records: one of itself, or the events a city was seen at."""

    records: list[Record]

    @property
    def name(self) -> str:
        return self.records[0].name

    @property
    def url(self) -> str:
        """Where the thing itself is; empty where its records lead elsewhere."""
        return "" if self.records[0].detail else self.records[0].url

    @property
    def reasons(self) -> list[Record]:
        return [record for record in self.records if record.detail]

    @property
    def amount(self) -> int:
        return self.records[0].amount

    @property
    def is_demo(self) -> bool:
        return self.records[0].is_demo


@dataclass(frozen=True)
class Behind:
    """One number and everything that makes it; `words` name it, such as: Cities engaged, 2026: 7.
    `notices` say what of the address was left out."""

    words: str
    things: list[Thing]
    is_narrowed: bool
    notices: list[str]

    @classmethod
    def of(cls, result: Result, query: QueryDict) -> "Behind":
        """Read which number is asked for; without any it is the total."""
        counted, asked = result.counted, Asked(query)
        period = asked.choice(PERIOD, counted.periods, result.indicator.axis.title)
        parts = result.indicator.parts
        part = asked.choice(PART, counted.parts, parts.title) if parts else ALL
        things: dict[Hashable, list[Record]] = {}
        for record in counted.behind(period, part):
            things.setdefault(record.key, []).append(record)
        named = [result.indicator.name, counted.periods.get(period), counted.parts.get(part)]
        words = _("%(name)s: %(value)s") % {
            "name": pgettext("between items", ", ").join(str(name) for name in named if name),
            "value": grouped(counted.value(period, part)),
        }
        rows = [Thing(records) for records in things.values()]
        return cls(words, rows, bool(period or part), asked.notices)


def grouped(value: int) -> str:
    """Return a number as the reader's language writes it; up to 999 every language does alike."""
    return str(value) if abs(value) < 1000 else number_format(value, force_grouping=True)


def result_url(key: str, language: str | None = None) -> str:
    """Return the path of an indicator's page."""
    with override(language or languages.current()):
        return reverse("portal:result", args=[key])


def results() -> list[Result]:
    """Return all indicators with their numbers, in the order readers meet them."""
    with counted_together():
        return [Result.of(indicator) for indicator in in_order()]
