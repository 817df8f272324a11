"""The rows of one scope out of all that was gathered."""

from dataclasses import replace
from typing import Final

from monitoring.choices import ScopeKind
from monitoring.results.questions import Gathered
from monitoring.results.shapes import Scope

COLUMNS: Final = {ScopeKind.SITE: "code", ScopeKind.CITY: "place", ScopeKind.COUNTRY: "country"}


def part_of(everything: Gathered, scope: Scope) -> Gathered:
    """Return the sites, surveys and samples of a scope; items and counts stay shared."""
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
