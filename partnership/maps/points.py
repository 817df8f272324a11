"""The points of a map as one compact answer for its script."""

import json
from collections.abc import Iterable

from django.http import HttpResponse

from partnership.core.charts import MapPoint


def answer(points: Iterable[MapPoint]) -> HttpResponse:
    """Return the points as JSON: rows of latitude, longitude, name, group, address, count, items
    (title, address) and members, in the order of the list beside the map."""
    rows = [
        (
            point.latitude,
            point.longitude,
            point.name,
            point.group,
            point.url,
            point.count,
            point.items,
            point.members,
        )
        for point in points
    ]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(text, content_type="application/json")
