"""What is out of the ordinary in a survey at sea: its position, and its density for the site."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Sum

from monitoring.choices import Matrix, SeaMethod, SurveyType
from monitoring.models import SeaSurvey, SurveySite
from monitoring.protocols import message
from monitoring.sampling.places import too_far_from_coast_km, too_far_km
from monitoring.sea.figures import per_km2
from monitoring.surveying.history import lies_beyond


def warnings(
    site: SurveySite, method: SeaMethod, effort: dict[str, Any], total: int
) -> Iterator[tuple[str, str]]:
    """Yield code and sentence of what asks for a reason."""
    position = effort["start_latitude"], effort["start_longitude"]
    if None not in position:
        apart = {
            "M080": too_far_km(site.place, *position),
            "M081": too_far_from_coast_km(Matrix.SURFACE_WATER, *position),
        }
        yield from ((code, message(code, value=far)) for code, far in apart.items() if far)
    if effort["survey_type"] == SurveyType.MONITORING:
        value = per_km2(total, effort["length_m"], effort["width_m"])
        if lies_beyond(value, earlier_densities(site, method)):
            yield "M070", message("M070", value=total)


def earlier_densities(site: SurveySite, method: SeaMethod) -> list[float]:
    """Return items per km2 of what monitoring found off a site by one method before."""
    rows = SeaSurvey.objects.for_indicators().filter(site=site, method=method).order_by("pk")
    totals = rows.annotate(total=Sum("counts__count", default=0))
    return [per_km2(*each) for each in totals.values_list("total", "length_m", "width_m")]
