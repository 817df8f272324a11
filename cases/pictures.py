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
    caption = F(f"in_cases__{languages.column('caption', language)}")
    return _of_case().values_list(JSONObject(caption=caption, **columns(language)))


def lead_row(language: str) -> QuerySet[Any, Any]:
    """Return the first picture that may be shown, without its caption."""
    return _of_case().values_list(JSONObject(**columns(language)))[:1]


def _of_case() -> QuerySet[Any, Any]:
    """Asked from the picture's side, where the rule reads no table twice."""
    pictures: QuerySet[Any, Any] = PictureQuerySet(Picture).clear()
    return pictures.filter(in_cases__case=OuterRef("pk")).order_by("in_cases__order")


def clear_rows() -> QuerySet[Any, Any]:
    """Plain rows: modeltranslation has nothing to add where columns are named."""
    rows: QuerySet = QuerySet(apps.get_model("cases", "CasePicture"))
    return rows.filter(picture__in=PictureQuerySet(Picture).clear().values("pk"))
