"""The one computation service: pages, reports, files and the API all ask here."""

from monitoring.results.questions import gather
from monitoring.results.shapes import AreaResult, Scope


def compute(scope: Scope) -> AreaResult:
    """Compute the result of a scope from the approved surveys of now, in five queries."""
    from monitoring.results.computing.areas import result_of  # noqa: PLC0415 - loads numpy

    return result_of(scope, gather(scope))
