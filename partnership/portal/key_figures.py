"""What the home page counts: each figure with its definition and the way to the records behind it."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from cases import facets
from cases.models import Case, IndicatorRow
from partnership.core import languages
from partnership.core.charts import DotMap, MapPoint
from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place


@dataclass(frozen=True)
class Counts:
    """Public cases: in all, per place (its own and those within it), and their indicators.

    `direct` names the places cases are filed under; `countries` those they lie in.
    """

    cases: int
    per_place: dict[str, int] = field(default_factory=dict)
    direct: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    indicators: int = 0


def counts() -> Counts:
    """Count what is public now: two queries, however many cases."""
    levels = (PlaceKind.CITY.value, PlaceKind.PROVINCE.value, PlaceKind.COUNTRY.value)
    counted = facets.counts(Case.objects.published(), {}, levels)
    direct, provinces, countries = (counted[level] for level in levels)
    rows = IndicatorRow.objects.filter(case__public_since__isnull=False, source__isnull=False)
    return Counts(
        cases=facets.total(counted),
        per_place={**direct, **provinces, **countries},
        direct=frozenset(direct),
        countries=frozenset(countries),
        indicators=rows.count(),
    )


def stats(counted: Counts) -> list[dict[str, object]]:
    """Return what `partials/stats.html` shows."""
    cases_url = reverse("cases:list")
    day = date_format(timezone.localdate())
    figures = (
        (
            counted.cases,
            _("public cases"),
            _("Typical cases published in Chinese, in English or in both, as of %(day)s."),
            cases_url,
            _("All cases"),
        ),
        (
            len(counted.direct),
            _("places with cases"),
            _("Cities, provinces and countries under which public cases are filed, as of %(day)s."),
            "#places",
            _("Map and list"),
        ),
        (
            len(counted.countries),
            _("countries with cases"),
            _("Countries in which these places lie, as of %(day)s."),
            "#places",
            _("Map and list"),
        ),
        (
            counted.indicators,
            _("indicators with a source"),
            _("Figures in public cases whose source is named, as of %(day)s."),
            cases_url,
            _("All cases"),
        ),
    )
    return [
        {
            "value": number_format(value, force_grouping=True),
            "label": label,
            "definition": definition % {"day": day},
            "url": url,
            "link": link,
        }
        for value, label, definition, url, link in figures
    ]


def map_of_places(counted: Counts) -> DotMap:
    """Return the places cases are filed under; each leads to the cases in and within it."""
    rows = Place.objects.filter(code__in=counted.direct).ordered_for()
    columns = ("kind", "code", languages.column("name"), "latitude", "longitude")
    points = [
        MapPoint(
            name, float(latitude), float(longitude), _cases_in(kind, code), counted.per_place[code]
        )
        for kind, code, name, latitude, longitude in rows.values_list(*columns)
        if latitude is not None and longitude is not None
    ]
    return DotMap(_("Places with cases"), points)


def _cases_in(kind: str, code: str) -> str:
    return f"{reverse('cases:list')}?{urlencode({kind: code})}"
