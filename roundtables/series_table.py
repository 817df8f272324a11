"""The series as tables: themes down, provinces or years across, every number leading to its dialogues."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from roundtables.series import ELSEWHERE, Series

NOWHERE_ELSE: Final = "elsewhere"  # stands for ELSEWHERE in addresses


@dataclass(frozen=True, slots=True)
class Cell:
    """A number; `url` leads to the dialogues behind it, empty for none."""

    number: int
    url: str


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """`sums` are the last row: each dialogue counts once there, whatever its themes. `is_demo` and
    `left_out` as in `Series`."""

    heads: list[str]
    rows: list[Row]
    sums: Row
    is_demo: bool
    left_out: int


def by_province(series: Series, year: int | None) -> Table:
    """Return themes and provinces of one year, or of all."""
    columns: list[str | None] = [*series.provinces, None]
    return _table(
        series,
        heads=[*series.provinces.values(), _("In all")],
        columns=[(province, year) for province in columns],
    )


def by_year(series: Series, province: str) -> Table:
    """Return themes and years of one province."""
    columns: list[int | None] = [*series.years, None]
    return _table(
        series,
        heads=[*map(str, series.years), _("In all")],
        columns=[(province, year) for year in columns],
    )


def address(province: str | None, theme: str | None, year: int | None) -> str:
    """Return where the dialogues behind a cell are listed."""
    asked = {
        "province": NOWHERE_ELSE if province == ELSEWHERE else province,
        "theme": theme,
        "year": year,
    }
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{reverse('roundtables:series')}?{query}#dialogues"


def _table(series: Series, heads: list[str], columns: list[tuple[str | None, int | None]]) -> Table:
    rows = [
        Row(name, [_cell(series, theme, *column) for column in columns])
        for theme, name in series.themes.items()
    ]
    sums = Row(_("Dialogues"), [_cell(series, None, *column) for column in columns])
    return Table(heads, rows, sums, series.is_demo, series.left_out)


def _cell(series: Series, theme: str | None, province: str | None, year: int | None) -> Cell:
    number = series.count(province=province, theme=theme, year=year)
    return Cell(number, address(province, theme, year) if number else "")
