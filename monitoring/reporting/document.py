"""A frozen report in one language: words, tables and charts, which every door prints alike."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from monitoring.choices import ReportScope
from monitoring.models import MonitoringReport
from monitoring.reporting.freezing import thawed
from monitoring.results.shapes import AreaResult, Interval
from partnership.core import languages
from partnership.core.charts.data import Chart, shown
from partnership.core.charts.drawn import Drawn

UNKNOWN: Final = "–"


class Quote(str):
    """A cell in the words of somebody; `tag` is what HTML calls their language, `language` its name for the
    reader, a dash where it is not known."""

    __slots__ = ("language", "tag")
    tag: str
    language: str

    def __new__(cls, text: str, code: str) -> "Quote":
        quoted = super().__new__(cls, text)
        quoted.tag = languages.TAGS.get(code, "")
        quoted.language = str(languages.READ_NAMES.get(code, UNKNOWN))
        return quoted


@dataclass(frozen=True)
class Table:
    """A table; the first cell of a row names it."""

    title: str
    headings: list[str]
    rows: Sequence[Sequence[str]]
    note: str = ""


@dataclass(frozen=True)
class Section:
    """A part of a report. `key` makes its address on the page; `lang` is what HTML calls the language
    of its texts where that is not the page's."""

    key: str
    title: str
    texts: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    charts: list[Chart | Drawn] = field(default_factory=list)
    lang: str = ""


@dataclass(frozen=True)
class Frozen:
    """A report as its writer reads it: the result, and names in the language of the moment."""

    report: MonitoringReport
    result: AreaResult
    language: str

    @classmethod
    def of(cls, report: MonitoringReport) -> "Frozen":
        return cls(report, thawed(report.content["result"]), languages.current())

    @property
    def area(self) -> str:
        """The city's name as it was then."""
        if self.report.scope == ReportScope.REGION:
            return whole_region()
        return self.named(next(iter(self.report.content["area"].values())))

    @property
    def title(self) -> str:
        return title_of(self.area, self.report.first_day.year, self.report.last_day.year)

    def site(self, code: str) -> str:
        names = self.report.content["sites"].get(code)
        return _with_code(self.named(names), code) if names else code

    def item(self, name: str) -> str:
        """Return the name of a kind with its code; kinds without a name go by the code alone."""
        code = name.split(":", 1)[1]
        known = self.report.content["items"].get(name)
        label = self.named(known) if known else ""
        return _with_code(label, code) if label else code

    def plan(self, code: str) -> dict[str, int]:
        nothing: dict[str, int] = {"seasons": 0, "reasons": 0}
        kept: Any = self.report.content["plan"].get(code, nothing)
        return {**nothing, **kept}

    @property
    def names_all(self) -> bool:
        """Tell whether the names of all kinds were frozen, not of those alone that charts show."""
        return all(each.item in self.report.content["items"] for each in self.result.items)

    @property
    def answers(self) -> dict[int, Quote] | None:
        """What cities answered about surveys, by their number; None in reports that did not keep it."""
        kept = self.report.content.get("answers")
        if kept is None:
            return None
        return {each["number"]: Quote(each["reason"], each["language"]) for each in kept}

    def named(self, names: dict[str, str | None]) -> str:
        """Return the name in the reader's language, in the other where it has none in that."""
        return names[self.language] or names[languages.other(self.language)] or ""


def title_of(area: str, first: int, last: int) -> str:
    """Return the title of a report on the years from `first` to `last`."""
    words = (
        _("Beach litter in %(area)s, %(first)s")
        if first == last
        else _("Beach litter in %(area)s, %(first)s to %(last)s")
    )
    return words % {"area": area, "first": first, "last": last}


def whole_region() -> str:
    return _("China and ASEAN")


def _with_code(name: str, code: str) -> str:
    words = pgettext("value with a note", "%(value)s (%(note)s)")
    return words % {"value": name, "note": code}


def rounded(value: float | None, digits: int = 1) -> str:
    """Return a number as reports print it, in both languages alike; a dash where it is unknown."""
    return UNKNOWN if value is None else shown(round(value, digits))


def ends(found: Interval | None, digits: int = 1) -> str:
    """Return both ends of a result's interval; reports frozen before it was told have none."""
    return span(found.lower, found.upper, digits) if found else UNKNOWN


def span(lower: float | None, upper: float | None, digits: int = 1) -> str:
    """Return both ends of an interval, a dash where there is none."""
    if lower is None or upper is None:
        return UNKNOWN
    return f"{rounded(lower, digits)} – {rounded(upper, digits)}"
