"""What the home page counts: each figure with its definition and the way to the records behind it."""

from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from cases import index
from cases.addresses import list_url
from cases.listing.map import LEVELS, places_map
from cases.models import IndicatorRow
from partnership.core import languages
from partnership.core.charts import DotMap
from partnership.portal.lines_of_work import LINES, LineInBrief

THEME = "theme"


@dataclass(frozen=True)
class Counts:
    """Public cases: in all, per place (its own and those within it), per theme; their indicators.

    `direct` names the places cases are filed under; `countries` those they lie in.
    """

    cases: int
    per_place: dict[str, int] = field(default_factory=dict)
    per_theme: dict[str, int] = field(default_factory=dict)
    direct: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    indicators: int = 0


class CasesOfLine(NamedTuple):
    """A line of work and its cases; without a number there are none to lead to."""

    line: LineInBrief
    url: str
    number: int


def counts() -> Counts:
    """Count what is public now: the cases from their index, the indicators once for it."""
    public = index.public()
    direct, provinces, countries = (public.totals[level] for level in LEVELS)
    rows = IndicatorRow.objects.filter(case__public_since__isnull=False, source__isnull=False)
    return Counts(
        cases=len(public.keys),
        per_place={**direct, **provinces, **countries},
        per_theme=public.totals[THEME],
        direct=frozenset(direct),
        countries=frozenset(countries),
        indicators=public.once("indicators", rows.count),
    )


def stats(counted: Counts) -> list[dict[str, object]]:
    """Return what `partials/stats.html` shows."""
    cases_url = reverse("cases:list")
    figures = (
        (
            counted.cases,
            _("public cases"),
            _("Typical cases published in Chinese, in English or in both."),
            cases_url,
            _("All cases"),
        ),
        (
            len(counted.direct),
            _("places with cases"),
            _("Cities, provinces and countries under which public cases are filed."),
            "#places",
            _("Map and list"),
        ),
        (
            len(counted.countries),
            _("countries with cases"),
            _("Countries in which these places lie."),
            "#places",
            _("Map and list"),
        ),
        (
            counted.indicators,
            _("indicators with a source"),
            _("Figures in public cases whose source is named."),
            reverse("cases:downloads"),
            _("Download the data"),
        ),
    )
    return [
        {
            "value": number_format(value, force_grouping=True),
            "label": label,
            "definition": definition,
            "url": url,
            "link": link,
        }
        for value, label, definition, url, link in figures
    ]


def lines(counted: Counts) -> list[CasesOfLine]:
    """Return the four lines of work with the way to their cases."""
    return [
        CasesOfLine(line, _cases_with(THEME, line.theme), counted.per_theme.get(line.theme, 0))
        for line in LINES
    ]


def map_of_places(counted: Counts) -> DotMap:
    """Return the places cases are filed under; each leads to the cases in and within it."""
    return places_map(counted.direct, counted.per_place)


def _cases_with(facet: str, code: str) -> str:
    return f"{list_url(languages.current())}?{urlencode({facet: code})}"
