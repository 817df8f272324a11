"""Results of some years alone: asked for by a page, computed by a worker, kept for a month.

There are as many as readers ask for, so none is computed before, and none anew because its data have
changed: only when it is asked for again.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from monitoring.choices import ScopeKind
from monitoring.models import PeriodResult
from monitoring.results.packing import packed, unpacked
from monitoring.results.service import compute_many
from monitoring.results.shapes import Scope
from monitoring.results.states import states
from monitoring.results.stored import Kept
from monitoring.statistics.results import Period
from partnership.notifications import wake

RENEW: Final = "monitoring.tasks.renew_results"
KEPT_FOR: Final = timedelta(days=30)
MOST: Final = 500  # rows; of more those go that were asked for longest ago
WAITING: Final = Q(computed_at__isnull=True) | Q(asked_at__gt=F("computed_at"))


def years(first: int, last: int) -> Period:
    """Return the period of whole calendar years."""
    return Period(date(first, 1, 1), date(last, 12, 31))


def find(scope: Scope) -> Kept | None:
    """Return the result of the years of a scope; None while it is computed.

    What is missing, or older than its data, is asked for: the row says so, and a worker is woken.
    """
    row = PeriodResult.objects.filter(**_key(scope)).first()
    state = states(replace(scope, period=None))[replace(scope, period=None)]
    if row is None or row.state != state:
        _ask(scope)
    if row is None or row.computed_at is None:
        return None
    return Kept(unpacked(row.figures, row.details), row.computed_at, is_current=row.state == state)


def renew(now: dict[Scope, str]) -> int:
    """Compute what waits; `now` are the states of the data of all scopes. Return how many."""
    PeriodResult.objects.filter(asked_at__lt=timezone.now() - KEPT_FOR).delete()
    waiting = {_scope(row): row for row in PeriodResult.objects.filter(WAITING).defer("details")}
    gone = [row.pk for scope, row in waiting.items() if replace(scope, period=None) not in now]
    if gone:
        PeriodResult.objects.filter(pk__in=gone).delete()
    there = [scope for scope in waiting if replace(scope, period=None) in now]
    if not there:
        return 0
    for result in compute_many(there):
        row = waiting[result.scope]
        row.figures, row.details = packed(result)
        row.state = now[replace(result.scope, period=None)]
        row.computed_at = timezone.now()
        row.save(update_fields=["figures", "details", "state", "computed_at"])
    return len(there)


def _ask(scope: Scope) -> None:
    row, is_new = PeriodResult.objects.update_or_create(
        **_key(scope), defaults={"asked_at": timezone.now()}
    )
    if is_new:
        latest = PeriodResult.objects.order_by("-asked_at", "-pk").values("pk")
        PeriodResult.objects.exclude(pk__in=latest[:MOST]).delete()
    transaction.on_commit(lambda: wake.up_for(RENEW, row.pk), robust=True)


def _key(scope: Scope) -> dict[str, Any]:
    if scope.period is None:
        raise ValueError("Results of all years are those of `stored`.")
    first, last = scope.period
    return {
        "kind": scope.kind,
        "code": scope.code,
        "first_year": first.year,
        "last_year": last.year,
    }


def _scope(row: PeriodResult) -> Scope:
    return Scope(ScopeKind(row.kind), row.code, years(row.first_year, row.last_year))
