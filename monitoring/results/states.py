"""The state of the data behind each scope: a mark that changes with anything a result depends on."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db.models import Count, Max, Sum

from monitoring.choices import ScopeKind
from monitoring.models import MicroSample, SeaSurvey, Survey, SurveySite
from monitoring.results.questions import within
from monitoring.results.shapes import VERSION, Scope
from partnership.reference.models import LitterItem

Facts = tuple[object, ...]


def states(scope: Scope | None = None) -> dict[Scope, str]:
    """Return the mark of each scope that has a site or sample, or of `scope` alone.

    Five questions. A survey that was approved, changed or withdrawn changes how many there are,
    when one was last touched, or the sum of their keys.
    """
    wanted = scope or Scope(ScopeKind.REGION)
    found: dict[Scope, list[Facts]] = {wanted: []} if scope else defaultdict(list)
    items = LitterItem.objects.aggregate(last=Max("updated_at"))["last"]
    for scopes, facts in [*_sites(wanted), *_samples(wanted)]:
        for each in scopes:
            if scope is None or each == scope:
                found[each].append(facts)
    return {each: _mark(facts, items) for each, facts in found.items()}


def _sites(scope: Scope) -> Iterable[tuple[list[Scope], Facts]]:
    on_beaches = _counted(Survey.objects.approved(), scope, "unit__site")
    at_sea = _counted(SeaSurvey.objects.approved(), scope, "site")
    columns = ("pk", "code", "place__code", "place__country__code", "updated_at")
    rows = SurveySite.objects.filter(within(scope, "")).order_by("code").values_list(*columns)
    for key, code, city, country, touched in rows:
        scopes = [Scope(ScopeKind.SITE, code), *_wider(city, country)]
        yield scopes, (code, touched, *on_beaches.get(key, ()), *at_sea.get(key, ()))


def _counted(surveys: Any, scope: Scope, site: str) -> dict[int, list[object]]:
    """Return by site how many surveys there are, when one was touched, and the sum of their keys."""
    rows = surveys.filter(within(scope, f"{site}__")).order_by().values(site)
    facts = rows.values_list(site, Count("pk"), Max("updated_at"), Sum("pk"))
    return {key: found for key, *found in facts}


def _samples(scope: Scope) -> Iterable[tuple[list[Scope], Facts]]:
    if scope.kind is ScopeKind.SITE:
        return
    samples = MicroSample.objects.approved().filter(within(scope, "")).order_by()
    rows = samples.values("place__code", "place__country__code").values_list(
        "place__code", "place__country__code", Count("pk"), Max("updated_at"), Sum("pk")
    )
    for city, country, *facts in sorted(rows):
        yield _wider(city, country), (city, *facts)


def _wider(city: str, country: str) -> list[Scope]:
    return [
        Scope(ScopeKind.CITY, city),
        Scope(ScopeKind.COUNTRY, country),
        Scope(ScopeKind.REGION),
    ]


def _mark(facts: list[Facts], items: datetime | None) -> str:
    return sha256(repr((VERSION, items, facts)).encode()).hexdigest()
