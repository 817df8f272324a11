"""What can be downloaded: every file with what it holds, how many rows, and how large it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from django.db.models import Count
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from cases.open_data import dictionary, files
from partnership.core import languages
from partnership.core.fragments import kept

CSV: Final = "text/csv"
JSON: Final = "application/json"
MOST_MEASURED: Final = 1_000  # cases; measuring means writing the files once


@dataclass(frozen=True, slots=True)
class File:
    """A file on offer: `rows` as counted by `counts`, `write` yields its text."""

    view: str
    name: str
    media_type: str
    holds: str | Promise
    rows: str
    write: Callable[[], Iterator[str]]

    @property
    def format(self) -> str:
        return self.media_type.rpartition("/")[2].upper()


FILES: Final = (
    File(
        "api:cases-csv",
        "cases.csv",
        CSV,
        _("All published cases, one a row, with the texts in both languages."),
        "cases",
        files.cases_csv,
    ),
    File(
        "api:indicators-csv",
        "indicators.csv",
        CSV,
        _("All figures of the published cases, one a row, each with its source."),
        "figures",
        files.indicators_csv,
    ),
    File(
        "api:cases-json",
        "cases.json",
        JSON,
        _("All published cases in full, with measures, figures, money, partners and sources."),
        "cases",
        files.cases_json,
    ),
    File(
        "api:data-dictionary-csv",
        "data-dictionary.csv",
        CSV,
        _("What each column of the two tables means, with its kind of value, unit and codes."),
        "columns",
        files.dictionary_csv,
    ),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A file as the page shows it; `size` in bytes, None where nobody measured it."""

    file: File
    rows: int
    size: int | None

    @property
    def url(self) -> str:
        return reverse(self.file.view)


def offers() -> list[Offer]:
    """Return the files; they are counted and measured once for each state of the collection."""
    counted, sizes = kept(
        "case-files", languages.CHINESE, "", _measured, shows=["cases", "documents", "reference"]
    )
    return [Offer(file, counted[file.rows], sizes.get(file.name)) for file in FILES]


def _measured() -> tuple[dict[str, int], dict[str, int]]:
    counted = Case.objects.published().aggregate(
        cases=Count("pk", distinct=True), figures=Count("indicators")
    )
    counted["columns"] = sum(map(len, dictionary.FILES.values()))
    if counted["cases"] > MOST_MEASURED:
        return counted, {}
    return counted, {file.name: _size(file) for file in FILES}


def _size(file: File) -> int:
    return sum(len(piece.encode()) for piece in file.write())
