"""The pictures of a case as questions select them: only those whose rights are in order."""

from typing import Any

from django.apps import apps
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from partnership.core import languages
from partnership.documents.models import Picture
from partnership.documents.on_page import columns
from partnership.documents.querysets import PictureQuerySet


def picture_rows(language: str) -> QuerySet[Any, Any]:
    """Return the pictures of the case in the outer query, one JSON object each, in order."""
    shown = JSONObject(
        caption=F(languages.column("caption", language)), **columns("picture", language)
    )
    return clear_rows().filter(case=OuterRef("pk")).order_by("order").values_list(shown)


def lead_row(language: str) -> QuerySet[Any, Any]:
    """Return the first picture that may be shown, without its caption."""
    shown = JSONObject(**columns("picture", language))
    rows = clear_rows().filter(case=OuterRef("pk")).order_by("order")
    return rows.values_list(shown)[:1]


def clear_rows() -> QuerySet[Any, Any]:
    """Plain rows: modeltranslation has nothing to add where columns are named."""
    rows: QuerySet = QuerySet(apps.get_model("cases", "CasePicture"))
    return rows.filter(picture__in=PictureQuerySet(Picture).clear().values("pk"))
