"""Approved maps as base layers."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from partnership.documents.addresses import picture_url
from partnership.documents.models import Picture
from partnership.documents.querysets import PictureQuerySet
from partnership.maps.layers import BaseLayer
from partnership.maps.models import ApprovedMap


def shown() -> Iterator[BaseLayer]:
    """Yield the approved maps visitors can choose, by name of row; none whose rights have ended."""
    clear: QuerySet[Any, Any] = PictureQuerySet(Picture).clear().values("pk")
    rows: QuerySet[Any, Any] = ApprovedMap.objects.filter(is_shown=True, picture__in=clear)
    for row in rows.select_related("picture__file").order_by("pk"):
        file = row.picture.file
        yield BaseLayer(
            id=f"approved-{row.pk}",
            name=row.text("name"),
            attribution=row.text("attribution"),
            review_number=row.review_number,
            picture=picture_url(file.token, f"{max(file.facts['widths'])}.webp"),
            bounds=tuple(float(edge) for edge in (row.south, row.west, row.north, row.east)),
            projection=row.projection,
            max_zoom=8,
        )
