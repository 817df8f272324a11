"""Computing anew whatever is stale: run twice, it does nothing the second time."""

from collections.abc import Iterator

from monitoring.models import StoredResult
from monitoring.results import comparisons, periods, stored
from monitoring.results.service import compute_many
from monitoring.results.shapes import AreaResult, Scope
from monitoring.results.states import states


def renew(*, everything: bool = False) -> int:
    """Compute results that are missing or whose data or methods have changed, and those of some years, and
    the comparisons, that were asked for; return how many.

    The state is read before the data: what changes in between makes the result stale again, never
    wrong for good.
    """
    now = states()
    rows = StoredResult.objects.values_list("pk", "kind", "code", "state")
    kept = {(kind, code): (key, state) for key, kind, code, state in rows}
    _delete_gone(kept, now)
    stale = [
        scope
        for scope, state in now.items()
        if everything or kept.get((scope.kind, scope.code), (0, ""))[1] != state
    ]
    kept_anew = stored.keep(_with_state(stale, now)) if stale else 0
    return kept_anew + periods.renew(now) + comparisons.renew(now)


def _with_state(scopes: list[Scope], now: dict[Scope, str]) -> Iterator[tuple[AreaResult, str]]:
    for result in compute_many(scopes):
        yield result, now[result.scope]


def _delete_gone(kept: dict[tuple[str, str], tuple[int, str]], now: dict[Scope, str]) -> None:
    there = {(scope.kind, scope.code) for scope in now}
    gone = [key for scope, (key, _state) in kept.items() if scope not in there]
    if gone:
        StoredResult.objects.filter(pk__in=gone).delete()
