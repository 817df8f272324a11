"""Reports on the demo surveys, marked as what they are."""

from typing import Final

from monitoring.actions import make_report
from monitoring.demo.surveys import YEARS
from monitoring.models import MonitoringReport, Survey
from partnership.reference.models import Place

CITIES: Final = ("cn-xiamen", "vn-da-nang")


def load() -> int:
    """Make reports on two cities and the region where there are none, and no real surveys
    that would enter them; return how many."""
    if MonitoringReport.objects.exists() or Survey.objects.filter(is_demo=False).exists():
        return 0
    places: list[Place | None] = [*Place.objects.filter(code__in=CITIES).order_by("code"), None]
    for place in places:
        make_report(place, YEARS[0], YEARS[-1], by=None)
    return len(places)
