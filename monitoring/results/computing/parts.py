"""The rows of one scope out of all that was gathered."""

from dataclasses import replace
from typing import Final

from monitoring.choices import ScopeKind
from monitoring.results.questions import Gathered
from monitoring.results.shapes import Scope
from monitoring.statistics.results import Period

COLUMNS: Final = {ScopeKind.SITE: "code", ScopeKind.CITY: "place", ScopeKind.COUNTRY: "country"}


def part_of(everything: Gathered, scope: Scope) -> Gathered:
    """Return the sites, surveys and samples of a scope and its period; items and counts stay shared."""
    if scope.period:
        everything = _within(everything, scope.period)
    if scope.kind is ScopeKind.REGION:
        return everything
    column = COLUMNS[scope.kind]
    sites = [site for site in everything.sites if getattr(site, column) == scope.code]
    codes = {site.code for site in sites}
    return replace(
        everything,
        sites=sites,
        surveys=[survey for survey in everything.surveys if survey.site in codes],
        samples=[
            sample
            for sample in everything.samples
            if scope.kind is not ScopeKind.SITE and getattr(sample, column) == scope.code
        ],
        sea=[survey for survey in everything.sea if survey.site in codes],
    )


def _within(everything: Gathered, period: Period) -> Gathered:
    first, last = period
    return replace(
        everything,
        surveys=[each for each in everything.surveys if first <= each.on <= last],
        samples=[each for each in everything.samples if first <= each.on <= last],
        sea=[each for each in everything.sea if first <= each.on <= last],
    )
