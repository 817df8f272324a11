"""The data sets as the page shows them: counted for what is chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Count, Max, QuerySet
from django.urls import reverse
from django.utils.functional import Promise

from monitoring.open_data.datasets import DATA_SETS, DataSet
from monitoring.open_data.questions import Chosen

LARGE: Final = 2_000  # rows above which a file is made in the background
Rows = tuple[int, date | None]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of one of our own tables in the language of the page."""

    name: str
    meaning: str | Promise
    unit: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A data set with its number of rows and the day of its latest one."""

    data_set: DataSet
    rows: int
    latest: date | None
    query: str

    @property
    def url(self) -> str:
        view = "data-prepare" if self.is_large else "data-file"
        return reverse(f"monitoring:{view}", args=[self.data_set.slug]) + self.query

    @property
    def is_large(self) -> bool:
        return self.rows > LARGE

    @property
    def tables(self) -> dict[str, list[Column]]:
        return {
            file: [Column(field.name, field.meaning, field.unit) for field in fields]
            for file, fields in self.data_set.fields.items()
        }


def offers(chosen: Chosen, query: str) -> list[Offer]:
    """Return every data set, counted: eight questions in all."""
    counted = {name: count(chosen) for name, count in COUNTED.items()}
    return [Offer(each, *counted[each.counted], query) for each in DATA_SETS.values()]


def offer_of(data_set: DataSet, chosen: Chosen, query: str) -> Offer:
    return Offer(data_set, *COUNTED[data_set.counted](chosen), query)


def _of_indicators(chosen: Chosen) -> Rows:
    return _counted(chosen.surveys().on_beaches().for_indicators(), "surveyed_on")


def _counted(rows: QuerySet[Any], day: str) -> Rows:
    found = rows.aggregate(rows=Count("pk"), latest=Max(day))
    return found["rows"], found["latest"]


COUNTED: Final[Mapping[str, Callable[[Chosen], Rows]]] = {
    "sites": lambda chosen: (chosen.sites().count(), None),
    "surveys": lambda chosen: _counted(chosen.surveys(), "surveyed_on"),
    "indicators": _of_indicators,
    "cleanups": lambda chosen: _counted(chosen.cleanups(), "surveyed_on"),
    "waste": lambda chosen: _counted(chosen.waste(), "last_day"),
    "sea": lambda chosen: _counted(chosen.at_sea(), "surveyed_on"),
    "seabed": lambda chosen: _counted(chosen.hauls(), "surveyed_on"),
    "samples": lambda chosen: _counted(chosen.samples(), "sampled_on"),
}
