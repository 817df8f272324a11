"""The one computation service: pages, reports, files and the API all ask here."""

from collections.abc import Iterable, Iterator

from monitoring.choices import ScopeKind
from monitoring.results.questions import gather
from monitoring.results.shapes import AreaResult, Comparison, Scope
from monitoring.statistics.results import Period


def compute(scope: Scope) -> AreaResult:
    """Compute the result of a scope from the approved surveys of now, in six queries."""
    from monitoring.results.computing.areas import Results  # noqa: PLC0415 - loads numpy

    return Results(gather(scope)).of(scope)


def compute_many(scopes: Iterable[Scope]) -> Iterator[AreaResult]:
    """Compute scopes over all years or some of them, asking once for the whole region."""
    from monitoring.results.computing.areas import Results  # noqa: PLC0415 - loads numpy

    results = Results(gather(Scope(ScopeKind.REGION)))
    for scope in scopes:
        yield results.of(scope)


def compare_many(wanted: Iterable[tuple[Scope, Period, Period]]) -> Iterator[Comparison]:
    """Compare two periods of each scope, asking once for the whole region."""
    from monitoring.results.computing.comparing import compared  # noqa: PLC0415 - loads numpy

    gathered = gather(Scope(ScopeKind.REGION))
    for scope, first, second in wanted:
        yield compared(gathered, scope, first, second)
