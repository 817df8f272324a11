"""The data sets as the page shows them: counted for what is chosen."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, QuerySet
from django.urls import reverse
from django.utils.functional import Promise

from monitoring.open_data.datasets import DATA_SETS, DataSet
from monitoring.open_data.questions import Chosen


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
        return reverse("monitoring:data-file", args=[self.data_set.slug]) + self.query

    @property
    def tables(self) -> dict[str, list[Column]]:
        return {
            file: [Column(field.name, field.meaning, field.unit) for field in fields]
            for file, fields in self.data_set.fields.items()
        }


def offers(chosen: Chosen, query: str) -> list[Offer]:
    """Return every data set, counted: five questions in all."""
    surveys = chosen.surveys()
    counted = {
        "sites": (chosen.sites().count(), None),
        "surveys": _counted(surveys, "surveyed_on"),
        "indicators": _counted(surveys.on_beaches().for_indicators(), "surveyed_on"),
        "samples": _counted(chosen.samples(), "sampled_on"),
        "waste": _counted(chosen.waste(), "last_day"),
    }
    return [Offer(each, *counted[each.counted], query) for each in DATA_SETS.values()]


def _counted(rows: QuerySet[Any], day: str) -> tuple[int, date | None]:
    found = rows.aggregate(rows=Count("pk"), latest=Max(day))
    return found["rows"], found["latest"]
