"""Cities and their sites in tables, in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from monitoring.choices import ScopeKind
from monitoring.models import MicroSample, SurveySite
from monitoring.results import stored, words
from monitoring.results.shapes import AreaResult, Scope
from monitoring.results.stored import Kept
from monitoring.sites.asked import SiteState
from partnership.core import languages
from partnership.core.charts import DotMap, MapPoint
from partnership.reference.models import Place


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A site of a city; without surveys it is named, and says "not surveyed". `interval` is that of the
    median, `slopes` that of the trend, where there are data enough; `plan` has the quarters surveyed and
    those planned."""

    name: str
    url: str
    surveys: int
    median: str
    interval: str
    trend: str
    slopes: str
    plan: str


@dataclass(frozen=True, slots=True)
class CityRow:
    """A city that has sites or samples; `result` is None until its first result was computed."""

    name: str
    url: str
    country: str
    country_name: str
    result: AreaResult | None
    computed_at: datetime | None

    @property
    def is_surveyed(self) -> bool:
        return self.result is not None and self.result.is_surveyed

    @property
    def sites(self) -> str:
        if self.result is None:
            return words.UNKNOWN
        return f"{self.result.coverage.surveyed_sites} / {self.result.coverage.sites}"

    @property
    def period(self) -> str:
        years = self.result.coverage.years if self.result else ()
        return "–".join(dict.fromkeys(map(str, (years[0], years[-1])))) if years else ""

    @property
    def median(self) -> str:
        return words.said(self.result.per_100_m.median if self.result else None)

    @property
    def interval(self) -> str:
        return words.interval(self.result.per_100_m.interval) if self.result else ""

    @property
    def figures(self) -> list[str]:
        """Per km², index and share of plastic, as the columns of the table."""
        if self.result is None:
            return [words.UNKNOWN] * 3
        values = (self.result.per_km2, self.result.coast, self.result.plastic_share)
        return [
            words.said(getattr(each, "value", getattr(each, "median", None))) for each in values
        ]

    @property
    def threshold(self) -> dict[str, str | Promise]:
        status = self.result.threshold.status if self.result else "not assessable"
        return {"text": words.STATUS[status], "tone": words.STATUS_TONES[status]}

    @property
    def trend(self) -> str:
        return words.short_trend(self.result.trend) if self.result else ""


def city_rows(results: dict[str, Kept]) -> list[CityRow]:
    """Return all cities with sites or samples, country by country; one question."""
    column = languages.column("name")
    cities = Place.objects.filter(pk__in=_monitored()).order_by(
        "country__position", "sort_key_en", "code"
    )
    rows = cities.values_list("code", column, "country__code", f"country__{column}")
    return [
        CityRow(
            name,
            reverse("monitoring:city", args=[code]),
            country,
            country_name,
            kept.result if (kept := results.get(code)) else None,
            kept.computed_at if kept else None,
        )
        for code, name, country, country_name in rows
    ]


def row_of(city: Place) -> CityRow | None:
    """Return the line of one city; None where it has neither sites nor samples."""
    if not monitored_cities().filter(pk=city.pk).exists():
        return None
    kept = stored.find(Scope(ScopeKind.CITY, city.code))
    column = languages.column("name")
    return CityRow(
        getattr(city, column),
        reverse("monitoring:city", args=[city.code]),
        city.country.code if city.country else "",
        getattr(city.country, column, ""),
        kept.result if kept else None,
        kept.computed_at if kept else None,
    )


def monitored_cities() -> Any:
    """Return the places that have a site or an approved sample."""
    return Place.objects.filter(pk__in=_monitored())


def site_rows(result: AreaResult, names: dict[str, str]) -> list[SiteRow]:
    return [
        SiteRow(
            names.get(site.code, site.code),
            reverse("monitoring:site", args=[site.code]),
            site.n,
            words.said(site.median),
            words.ends(site.interval),
            words.short_trend(site.trend) if site.n else "",
            words.ends(site.trend.interval) if site.trend.is_enough else "",
            f"{site.seasons} / {result.coverage.planned}" if result.coverage.planned else "",
        )
        for site in result.sites
    ]


def map_of(result: AreaResult, names: dict[str, str]) -> DotMap:
    """Return the sites of a result on a map, those not surveyed as a group of their own."""
    points = [
        MapPoint(
            names.get(site.code, site.code),
            site.latitude,
            site.longitude,
            group=str(_state(site.n).label),
            url=reverse("monitoring:site", args=[site.code]),
            code=site.code,
        )
        for site in sorted(result.sites, key=lambda site: site.n == 0)
    ]
    return DotMap(_("Where beaches are surveyed"), points)


def computed_on(rows: Iterable[CityRow]) -> datetime | None:
    """Return when the oldest of the results was computed."""
    return min((row.computed_at for row in rows if row.computed_at), default=None)


def _state(surveys: int) -> SiteState:
    return SiteState.SURVEYED if surveys else SiteState.NOT_SURVEYED


def _monitored() -> Any:
    sites = SurveySite.objects.order_by().values("place")
    return sites.union(MicroSample.objects.approved().order_by().values("place"))
