"""The waste of one city over the years: a table, charts, and where a series breaks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from monitoring.choices import TREATED, WasteIndicator, WasteUnit
from monitoring.waste import words
from monitoring.waste.amounts import is_of_a_year
from monitoring.waste.records import WasteRecord
from partnership.core.charts import Chart, Kind, Part, Point, Series, Shares
from partnership.core.choices import label_of

LARGE: Final = 100_000  # tonnes, from which on charts count by ten thousand
SHAPES: Final = 4  # series that a chart can tell apart
SHOWN_FIRST: Final = (
    WasteIndicator.GENERATED,
    WasteIndicator.RECYCLED,
    WasteIndicator.PLASTICS_SHARE,
    WasteIndicator.LEAKAGE,
)
Key = tuple[str, WasteUnit]


@dataclass(frozen=True)
class SeriesRow:
    """An indicator in one unit with its amount in each of the years; a dash is "not told"."""

    label: str
    unit: str
    cells: list[str]


@dataclass(frozen=True)
class ValueRow:
    """A value as the city told it, with everything that was told about it."""

    record: WasteRecord
    label: str
    value: str
    as_told: str
    counted: str
    period: str
    grade: str

    @classmethod
    def of(cls, record: WasteRecord) -> "ValueRow":
        said = words.with_unit(record), words.as_told(record), words.counted(record)
        return cls(
            record, words.indicator(record), *said, words.period(record), words.grade(record)
        )


@dataclass(frozen=True)
class YearOfValues:
    """All values of a year."""

    year: int
    rows: list[ValueRow]


class CityWaste:
    """What a city's page shows, from its approved values in the order of the years."""

    def __init__(self, records: list[WasteRecord]) -> None:
        self.records = records
        self.series: dict[Key, list[WasteRecord]] = defaultdict(list)
        for name in WasteIndicator.values:
            for record in records:
                if record.indicator == name:
                    self.series[record.indicator, record.measure].append(record)

    @property
    def years(self) -> list[int]:
        return sorted({record.year for record in self.records})

    @property
    def is_demo(self) -> bool:
        return any(record.is_demo for record in self.records)

    @property
    def key_figures(self) -> list[ValueRow]:
        """The values of the last year that stand at the head of the page."""
        latest = {row.record.indicator: row for row in self.by_year[0].rows}
        return [latest[name] for name in SHOWN_FIRST if name in latest]

    @property
    def rows(self) -> list[SeriesRow]:
        return [
            SeriesRow(words.indicator(found[0]), words.unit(measure), self._cells(found))
            for (_name, measure), found in self.series.items()
        ]

    @property
    def by_year(self) -> list[YearOfValues]:
        """The latest year first."""
        ordered = [record for found in self.series.values() for record in found]
        return [
            YearOfValues(year, [ValueRow.of(each) for each in ordered if each.year == year])
            for year in reversed(self.years)
        ]

    @property
    def warnings(self) -> list[str]:
        """What keeps values of different years from being compared."""
        broken = _breaks(self.series.values())
        return [*broken, *self._told_in_two_units(), *_part_years(self.records)]

    @property
    def charts(self) -> list[tuple[str, Chart | Shares]]:
        """The charts, each with its place on the page."""
        lines = [
            _line(found)
            for (name, _measure), found in self.series.items()
            if len(found) > 1 and name != WasteIndicator.POPULATION
        ]
        treated = _treated([row.record for row in self.by_year[0].rows])
        drawn: list[Chart | Shares] = [*([treated] if treated else []), *lines]
        return [(f"waste-{number}", each) for number, each in enumerate(drawn, start=1)]

    def _cells(self, found: list[WasteRecord]) -> list[str]:
        by_year = {record.year: words.amount(record) for record in found}
        return [by_year.get(year, words.UNKNOWN) for year in self.years]

    def _told_in_two_units(self) -> Iterator[str]:
        names = [name for name, _measure in self.series]
        for name in WasteIndicator.values:
            if names.count(name) > 1:
                yield _(
                    "%(indicator)s: told as an amount in some years and as a share in others, which "
                    "cannot be compared."
                ) % {"indicator": capfirst(label_of(WasteIndicator, name))}


def era(record: WasteRecord) -> tuple[str, str]:
    """Return what has to be the same for two values of an indicator to be compared."""
    return record.scope, record.area


def _breaks(series: Iterable[list[WasteRecord]]) -> Iterator[str]:
    """Say once for each year which series break there, and which were only worded anew."""
    broken: dict[int, list[str]] = defaultdict(list)
    reworded: dict[int, list[str]] = defaultdict(list)
    for before, after in chain.from_iterable(map(pairwise, series)):
        if era(before) != era(after):
            broken[after.year].append(words.indicator(after))
        elif before.definition != after.definition:
            reworded[after.year].append(words.indicator(after))
    for year, names in sorted(broken.items()):
        yield _(
            "From %(year)s on other waste or another area is counted, so that values before and after "
            "cannot be compared: %(indicators)s."
        ) % {"year": year, "indicators": words.listed(names)}
    for year, names in sorted(reworded.items()):
        told = {"year": year, "indicators": words.listed(names)}
        yield _("Definitions were worded anew for %(year)s: %(indicators)s.") % told


def _part_years(records: list[WasteRecord]) -> Iterator[str]:
    for record in records:
        if not is_of_a_year(record.first_day, record.last_day):
            yield _("%(indicator)s, %(year)s: not of a whole year, but of %(period)s.") % {
                "indicator": words.indicator(record),
                "year": record.year,
                "period": words.period(record),
            }


def _line(records: list[WasteRecord]) -> Chart:
    """Return the series of an indicator; a line ends where something else is counted."""
    is_large = records[0].measure == WasteUnit.TONNES and any(r.amount >= LARGE for r in records)
    measure = WasteUnit.TEN_THOUSAND_TONNES if is_large else records[0].measure
    years = range(records[0].year, records[-1].year + 1)
    eras = list(dict.fromkeys(era(record) for record in records))[:SHAPES]
    series = []
    for each in eras:
        known = {r.year: r for r in records if era(r) == each}
        points = [Point(str(year), _shown(known.get(year), is_large)) for year in years]
        series.append(Series(words.counted(next(iter(known.values()))), points))
    return Chart(
        title=words.indicator(records[0]),
        unit=words.unit(measure),
        series=series,
        kind=Kind.LINE,
        label_heading=_("Year"),
        notes=[series[0].name] if len(series) == 1 else [],
    )


def _shown(record: WasteRecord | None, is_large: bool) -> float | None:
    if record is None:
        return None
    value = float(record.amount)
    return round(value / 10_000, 2) if is_large else round(value, 2)


def _treated(rows: list[WasteRecord]) -> Shares | None:
    """Return how the waste of a year was treated, where the ways are told of the same waste."""
    found = [row for row in rows if row.indicator in TREATED and row.measure == WasteUnit.TONNES]
    if len(found) < 2 or len({era(row) for row in found}) > 1:
        return None
    ordered = sorted(found, key=lambda row: TREATED.index(WasteIndicator(row.indicator)))
    return Shares(
        title=_("Treated in %(year)s, by method") % {"year": found[0].year},
        unit=words.unit(WasteUnit.TONNES),
        parts=[Part(words.indicator(row), float(words.rounded(row.amount))) for row in ordered],
        label_heading=_("Method"),
        notes=[_("Of what was told; methods without a value are not drawn.")],
    )
