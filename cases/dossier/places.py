"""The places of a case on the dot map."""

from django.utils.translation import gettext as _

from cases.dossier.rows import Spot
from partnership.core.charts import DotMap, MapPoint


def map_of(spots: list[Spot]) -> DotMap:
    """Return the map of the spots whose position is known."""
    points = [
        MapPoint(spot.site or spot.label, *spot.point) for spot in spots if spot.point is not None
    ]
    return DotMap(_("Places of this case"), list(dict.fromkeys(points)))
