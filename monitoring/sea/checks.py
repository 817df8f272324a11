"""What is out of the ordinary in a survey at sea: its position, and its density for the site."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Sum

from monitoring.choices import Matrix, SeaMethod, SurveyType
from monitoring.models import SeaSurvey, SurveySite
from monitoring.sampling.places import too_far_from_coast_km, too_far_km
from monitoring.sea.figures import per_km2
from monitoring.surveying.history import History, lies_beyond


def warnings(
    site: SurveySite, effort: dict[str, Any], total: int, earlier: list[float]
) -> Iterator[tuple[str, int]]:
    """Yield what asks for a reason, as the code of its rule and the value that it tells. `earlier` are
    densities that the same method found off the site before."""
    position = effort["start_latitude"], effort["start_longitude"]
    if None not in position:
        apart = {
            "M080": too_far_km(site.place, *position),
            "M081": too_far_from_coast_km(Matrix.SURFACE_WATER, *position),
        }
        yield from ((code, far) for code, far in apart.items() if far)
    if effort["survey_type"] == SurveyType.MONITORING:
        value = per_km2(total, effort["length_m"], effort["width_m"])
        if lies_beyond(value, earlier):
            yield "M070", total


def earlier_densities(sites: Iterable[SurveySite], method: SeaMethod) -> History:
    """Return items per km2 of what monitoring found off these sites by one method before."""
    rows = SeaSurvey.objects.for_indicators().filter(site__in=list(sites), method=method)
    totals = rows.order_by("pk").annotate(total=Sum("counts__count", default=0))
    found: History = defaultdict(list)
    for site, *measured in totals.values_list("site", "total", "length_m", "width_m"):
        found[site].append(per_km2(*measured))
    return found
