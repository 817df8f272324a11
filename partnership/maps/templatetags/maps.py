"""Maps in templates: `{% map places "case-map" %}`, with `points_url` where a map names things."""

from typing import Final

from django import template
from django.conf import settings

from partnership.core.charts import DotMap

register = template.Library()

FEW: Final = 8  # places one finds without a filter


@register.inclusion_tag("maps/map.html", name="map")
def map_of(places: DotMap, map_id: str, points_url: str = "") -> dict[str, object]:
    """Show places on a map and as a list, or as a list alone where maps are switched off."""
    return {
        "map": places,
        "map_id": map_id,
        "points_url": points_url,
        "has_filter": len(places.points) > FEW,
        "as_list": settings.MAPS_AS_LISTS,
    }
