"""What was found at a site before, and whether a new total is out of the ordinary there."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from django.db.models import Sum

from monitoring.choices import SurveyType
from monitoring.models import Survey
from monitoring.statistics.densities import items_per_100m

FEWEST: Final = 8  # earlier surveys, with which a boxplot begins to say something

History = dict[int, list[float]]  # by site, items on 100 m in each approved survey


def history_of(sites: Iterable[int]) -> History:
    """Return what monitoring found on the beaches of these sites, asked at once."""
    rows = Survey.objects.approved().on_beaches()
    rows = rows.filter(unit__site__in=list(sites), survey_type=SurveyType.MONITORING)
    found: History = defaultdict(list)
    totals = rows.annotate(total=Sum("counts__count", default=0)).order_by("pk")
    for site, total, length in totals.values_list("unit__site", "total", "length_m"):
        found[site].append(on_100_m(total, float(length)))
    return found


def is_outlier(total: int, length_m: float, earlier: list[float]) -> bool:
    """Tell whether a total lies beyond the fences of the adjusted boxplot of the earlier ones.

    Length counts: half a beach has half the litter. With few surveys nothing is an outlier.
    """
    return lies_beyond(on_100_m(total, length_m), earlier)


def lies_beyond(value: float, earlier: list[float]) -> bool:
    """Tell whether a value lies beyond the fences of the earlier ones; of few it never does."""
    if len(earlier) < FEWEST:
        return False
    from monitoring.statistics.outliers import adjusted_boxplot  # noqa: PLC0415 - loads numpy

    box = adjusted_boxplot(earlier)
    low, high = box.lower_fence, box.upper_fence
    return low is not None and high is not None and not low <= value <= high


def on_100_m(total: float, length_m: float) -> float:
    """Return items per 100 m as every result has them; a total is never blank."""
    return items_per_100m(total, length_m).value or 0.0
