"""Places on a map and as a list."""

from typing import Final

from django.conf import settings
from django.utils.safestring import SafeString

from partnership.core.charts import DotMap
from partnership.core.charts.dots import dots, grouped_rows
from partnership.core.shells import filled_shell

FEW: Final = 8  # places one finds without a filter


def map_html(places: DotMap, map_id: str, points_url: str = "") -> SafeString:
    """Return the figure, or the list alone where maps are switched off. `points_url` is where a
    map with more than its list says gets what it names."""
    inside = places.inside
    pieces = {
        "map_id": map_id,
        "map.title": places.title,
        "points_url": points_url,
        "dots": dots(inside),
        "rows": grouped_rows(places.points),
    }
    values = {
        "map.width": round(places.width),
        "map.height": round(places.height),
        "map.land": places.land,
        "leaves_some_out": len(places.points) > len(inside) > 0,
        "has_filter": len(places.points) > FEW,
        "as_list": settings.MAPS_AS_LISTS,
    }
    return filled_shell("maps/map.html", pieces, values)
