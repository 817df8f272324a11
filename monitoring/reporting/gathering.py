"""What a report freezes beside the result: names in both languages, and how the plan was kept."""

from collections import defaultdict
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import ExtractQuarter, ExtractYear

from monitoring.models import Survey, SurveySite
from monitoring.reporting.freezing import frozen
from monitoring.results.shapes import AreaResult
from partnership.core import languages
from partnership.reference.models import LitterItem, Place

Names = dict[str, dict[str, str]]


def content_of(result: AreaResult, place: Place | None) -> dict[str, Any]:
    """Return everything a report shows, whatever becomes of the database afterwards."""
    return {
        "result": frozen(result),
        "area": _named(Place.objects.filter(pk=place.pk)) if place else {},
        "sites": _named(SurveySite.objects.filter(code__in=[each.code for each in result.sites])),
        "items": _items(result),
        "plan": _plan(result),
    }


def _items(result: AreaResult) -> Names:
    """Return names by `list:code`, as the result has its items."""
    shown = {name for each in result.top for name, _value in each.entries}
    shown |= {name for each in result.sea for name, _count in each.top}
    columns = [languages.column("name", language) for language in languages.LANGUAGES]
    rows = LitterItem.objects.filter(item_list__code__in={name.split(":")[0] for name in shown})
    return {
        f"{item_list}:{code}": dict(zip(languages.LANGUAGES, both, strict=True))
        for item_list, code, *both in rows.values_list("item_list__code", "code", *columns)
        if f"{item_list}:{code}" in shown
    }


def _plan(result: AreaResult) -> dict[str, dict[str, int]]:
    """Return for each site with surveys in how many seasons of how many years they were made, and
    how many were accepted with a reason for a warning."""
    surveys = (
        Survey.objects.approved()
        .for_indicators()
        .on_beaches()
        .filter(
            unit__site__code__in=[each.code for each in result.sites],
            surveyed_on__range=result.coverage.period,
        )
    )
    if not result.is_demo:
        surveys = surveys.filter(is_demo=False)
    rows = (
        surveys.order_by()
        .annotate(year=ExtractYear("surveyed_on"), quarter=ExtractQuarter("surveyed_on"))
        .values("unit__site__code", "year", "quarter")
        .annotate(surveys=Count("pk"), reasons=Count("pk", filter=~Q(reason="")))
    )
    found: dict[str, dict[str, int]] = defaultdict(lambda: {"seasons": 0, "reasons": 0})
    for row in rows:
        found[row["unit__site__code"]]["seasons"] += 1
        found[row["unit__site__code"]]["reasons"] += row["reasons"]
    return dict(found)


def _named(rows: Any) -> Names:
    columns = [languages.column("name", language) for language in languages.LANGUAGES]
    return {
        code: dict(zip(languages.LANGUAGES, both, strict=True))
        for code, *both in rows.values_list("code", *columns)
    }
