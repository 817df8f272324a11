"""A stored result as `monitoring/results/result.html` shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict

from monitoring.choices import ScopeKind
from monitoring.results import drawings, names, overview, periods, sea_drawings, stored, words
from monitoring.results.asked import Years, asked_years
from monitoring.results.shapes import AreaResult, Scope
from monitoring.results.stored import Kept
from partnership.core.charts import Chart
from partnership.core.charts.drawn import Drawn


@dataclass(frozen=True, slots=True)
class ResultPage:
    """What the template needs; `kept` is None until the first result has been computed, `years` as long
    as nothing is known of any."""

    kept: Kept | None
    site_names: dict[str, str]
    item_names: dict[str, str]
    list_names: dict[str, str]
    years: Years | None = None

    @property
    def result(self) -> AreaResult | None:
        return self.kept.result if self.kept else None

    @property
    def key_figures(self) -> list[dict[str, Any]]:
        return overview.key_figures(self._result)

    @property
    def facts(self) -> list[dict[str, Any]]:
        return overview.facts(self._result, self.list_names)

    @property
    def verdicts(self) -> list[dict[str, Any]]:
        """The threshold and the trend, each as a word and a sentence, and what these stand on."""
        result = self._result
        threshold, trend = result.threshold, result.trend
        return [
            {
                "key": "threshold",
                "state": words.STATUS[threshold.status],
                "tone": words.STATUS_TONES[threshold.status],
                "sentence": words.threshold(threshold),
                "basis": [words.about_median(threshold.interval)] if threshold.n else [],
                "period": overview.period(threshold.period),
            },
            {
                "key": "trend",
                "state": words.short_trend(trend),
                "tone": words.trend_tone(trend),
                "sentence": words.trend(trend),
                "basis": [
                    *filter(None, (words.trend_basis(trend), words.years_left(result.years_left)))
                ],
                "period": overview.period(result.coverage.period),
            },
        ]

    @property
    def charts(self) -> list[tuple[str, Chart | Drawn]]:
        """The charts with the ids they bear on the page."""
        result = self._result
        found: list[tuple[str, Chart | Drawn]] = []
        if result.scope.kind in (ScopeKind.SITE, ScopeKind.CITY):
            found.append(("over-time", drawings.over_time(result, self.site_names)))
        else:
            found.append(("by-year", drawings.years(result)))
        if result.scope.kind is ScopeKind.CITY:
            found.append(("sites-apart", drawings.boxes(result, self.site_names)))
        if result.composition.shares:
            found.append(("made-of", drawings.made_of(result)))
            found.append(("top-items", drawings.top_items(result, self.item_names)))
        return [*found, ("by-season", drawings.seasons(result))]

    @property
    def classes(self) -> list[tuple[Any, int]]:
        return overview.classes(self._result)

    @property
    def themes(self) -> list[tuple[Any, str]]:
        return overview.themes(self._result)

    @property
    def micro(self) -> list[dict[str, Any]]:
        return overview.micro(self._result)

    @property
    def sea(self) -> list[dict[str, Any]]:
        return overview.sea(self._result)

    @property
    def sea_sdg(self) -> list[dict[str, Any]]:
        return overview.sea_sdg(self._result)

    @property
    def sea_charts(self) -> list[tuple[str, Chart | Drawn]]:
        return _numbered(
            "at-sea", sea_drawings.at_sea(self._result, self.site_names, self.item_names)
        )

    @property
    def micro_charts(self) -> list[tuple[str, Chart | Drawn]]:
        return _numbered("particles", sea_drawings.of_particles(self._result))

    @property
    def _result(self) -> AreaResult:
        if self.kept is None:
            raise LookupError("Nothing has been computed yet; the template asks for `kept` first.")
        return self.kept.result


def _numbered(name: str, charts: Iterable[Chart | Drawn]) -> list[tuple[str, Chart | Drawn]]:
    """Return charts with the ids they bear on the page."""
    return [(f"{name}-{number}", chart) for number, chart in enumerate(charts, start=1)]


def page_of(scope: Scope, query: QueryDict) -> ResultPage:
    """Read what a page about `scope` shows of the years it is asked for: the same few questions for any
    number of surveys."""
    is_narrowed = bool(query.get("first") or query.get("last"))
    kept = stored.find(scope, with_details=not is_narrowed)
    if kept is None:
        return ResultPage(None, {}, {}, {})
    years = asked_years(query, kept.result)
    if years.period:
        kept = periods.find(replace(scope, period=years.period))
    elif is_narrowed:
        kept = stored.find(scope, with_details=True)
    return _page(kept, years) if kept else ResultPage(None, {}, {}, {}, years)


def _page(kept: Kept, years: Years) -> ResultPage:
    result = kept.result
    top = drawings.top_of(result, "median")
    keys = [key for key, _value in top.entries] if top else []
    keys += [key for each in result.sea for key, _count in each.top]
    return ResultPage(
        kept,
        names.sites(site.code for site in result.sites),
        names.items(keys),
        names.lists(result.coverage.lists),
        years,
    )
