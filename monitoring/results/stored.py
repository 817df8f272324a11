"""Keeping results and reading them: pages compute nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from monitoring.choices import ScopeKind
from monitoring.models import StoredResult
from monitoring.results.packing import packed, unpacked
from monitoring.results.shapes import AreaResult, Scope
from monitoring.results.states import states

UPDATED = ("version", "state", "computed_at", "figures", "details")


@dataclass(frozen=True, slots=True)
class Kept:
    """A result and when it was computed. `is_current`: its data have not changed since."""

    result: AreaResult
    computed_at: datetime
    is_current: bool


def find(scope: Scope, *, with_details: bool = False) -> Kept | None:
    """Return the stored result of a scope over all its years; None before the first was computed."""
    rows = StoredResult.objects.filter(kind=scope.kind, code=scope.code)
    found = (rows if with_details else rows.defer("details")).first()
    if found is None:
        return None
    return _kept(found, states(scope)[scope], with_details=with_details)


def find_all(kind: ScopeKind) -> dict[str, Kept]:
    """Return all stored results of one kind by their code, without details."""
    marks = states()
    rows = StoredResult.objects.filter(kind=kind).defer("details").order_by("code")
    return {row.code: _kept(row, marks.get(Scope(kind, row.code), "")) for row in rows}


def keep(results: Iterable[tuple[AreaResult, str]]) -> int:
    """Write results with the state of the data they were computed from; return how many."""
    now = timezone.now()
    rows = [_row(result, state, now) for result, state in results]
    StoredResult.objects.bulk_create(
        rows, 50, update_conflicts=True, unique_fields=("kind", "code"), update_fields=UPDATED
    )
    return len(rows)


def _row(result: AreaResult, state: str, now: datetime) -> StoredResult:
    figures, details = packed(result)
    return StoredResult(
        kind=result.scope.kind,
        code=result.scope.code,
        version=result.version,
        state=state,
        computed_at=now,
        figures=figures,
        details=details,
    )


def _kept(row: StoredResult, state: str, *, with_details: bool = False) -> Kept:
    result = unpacked(row.figures, row.details if with_details else None)
    return Kept(result, row.computed_at, is_current=row.state == state)
