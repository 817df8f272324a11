"""The state of the data behind each scope: a mark that changes with anything a result depends on."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from django.db.models import Count, Max, Sum

from monitoring.choices import ScopeKind
from monitoring.models import MicroSample, Survey, SurveySite
from monitoring.results.questions import within
from monitoring.results.shapes import VERSION, Scope
from partnership.reference.models import LitterItem

Facts = tuple[object, ...]


def states(scope: Scope | None = None) -> dict[Scope, str]:
    """Return the mark of each scope that has a site or sample, or of `scope` alone.

    Four questions. A survey that was approved, changed or withdrawn changes how many there are,
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
    surveys = Survey.objects.approved().filter(within(scope, "unit__site__")).order_by()
    counted = {
        site: facts
        for site, *facts in surveys.values("unit__site").values_list(
            "unit__site", Count("pk"), Max("updated_at"), Sum("pk")
        )
    }
    columns = ("pk", "code", "place__code", "place__country__code", "updated_at")
    rows = SurveySite.objects.filter(within(scope, "")).order_by("code").values_list(*columns)
    for key, code, city, country, touched in rows:
        scopes = [Scope(ScopeKind.SITE, code), *_wider(city, country)]
        yield scopes, (code, touched, *counted.get(key, ()))


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
