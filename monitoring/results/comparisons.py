"""Two periods compared: asked for by a page, computed by a worker, kept for a month, as results of some
years are."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from monitoring.choices import ScopeKind
from monitoring.models import ComparedPeriods
from monitoring.results.packing import as_json, read_as
from monitoring.results.periods import KEPT_FOR, MOST, RENEW, WAITING, years
from monitoring.results.service import compare_many
from monitoring.results.shapes import Comparison, Scope
from monitoring.results.states import states
from monitoring.statistics.results import Period
from partnership.notifications import wake

YEARS: Final = ("first_from", "first_to", "second_from", "second_to")


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison and when it was computed. `is_current`: its data have not changed since."""

    comparison: Comparison
    computed_at: datetime
    is_current: bool


def find(scope: Scope, first: Period, second: Period) -> Compared | None:
    """Return the comparison of two periods, the earlier first; None while it is computed.

    What is missing, or older than its data, is asked for: the row says so, and a worker is woken.
    """
    key = _key(scope, first, second)
    row = ComparedPeriods.objects.filter(**key).first()
    state = states(scope)[scope]
    if row is None or row.state != state:
        _ask(key)
    if row is None or row.computed_at is None:
        return None
    return Compared(
        read_as(Comparison, row.figures), row.computed_at, is_current=row.state == state
    )


def renew(now: dict[Scope, str]) -> int:
    """Compute what waits; `now` are the states of the data of all scopes. Return how many."""
    ComparedPeriods.objects.filter(asked_at__lt=timezone.now() - KEPT_FOR).delete()
    waiting = list(ComparedPeriods.objects.filter(WAITING))
    gone = [row.pk for row in waiting if _scope(row) not in now]
    if gone:
        ComparedPeriods.objects.filter(pk__in=gone).delete()
    there = [row for row in waiting if _scope(row) in now]
    if not there:
        return 0
    wanted = [
        (
            _scope(row),
            years(row.first_from, row.first_to),
            years(row.second_from, row.second_to),
        )
        for row in there
    ]
    for row, found in zip(there, compare_many(wanted), strict=True):
        row.figures = as_json(found)
        row.state = now[_scope(row)]
        row.computed_at = timezone.now()
        row.save(update_fields=["figures", "state", "computed_at"])
    return len(there)


def _ask(key: dict[str, Any]) -> None:
    row, is_new = ComparedPeriods.objects.update_or_create(
        **key, defaults={"asked_at": timezone.now()}
    )
    if is_new:
        latest = ComparedPeriods.objects.order_by("-asked_at", "-pk").values("pk")
        ComparedPeriods.objects.exclude(pk__in=latest[:MOST]).delete()
    transaction.on_commit(lambda: wake.up_for(RENEW, row.pk), robust=True)


def _key(scope: Scope, first: Period, second: Period) -> dict[str, Any]:
    ends = (first.first.year, first.last.year, second.first.year, second.last.year)
    return {"kind": scope.kind, "code": scope.code, **dict(zip(YEARS, ends, strict=True))}


def _scope(row: ComparedPeriods) -> Scope:
    return Scope(ScopeKind(row.kind), row.code)
