"""Surveys at sea as open data: their columns, and how their rows are asked for."""

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from monitoring.models import SeaCount, SeaSurvey
from monitoring.open_data.fields import (
    DEMO,
    LICENCE,
    Field,
    of_count,
    plain,
    rounded,
    two_languages,
)
from monitoring.open_data.questions import AT_ONCE, PLACE, counts_by_survey
from monitoring.open_data.records import SeaRecord
from monitoring.querysets import SeaSurveyQuerySet

SURVEY: Final = {
    "number": "pk",
    "site": "site__code",
    "site_zh": "site__name_zh_hans",
    "site_en": "site__name_en",
    **{name: f"site__place__{column}" for name, column in PLACE.items()},
    "track": "replicate_no",
    "item_list": "item_list__code",
    "item_list_version": "item_list__version",
    **{
        name: name
        for name in (
            "method", "protocol_version", "survey_type", "surveyed_on", "length_m", "width_m",
            "mesh_um", "size_class", "gear", "depth_m", "observer_height_m", "sea_state", "speed_kn",
            "start_latitude", "start_longitude", "end_latitude", "end_longitude", "nothing_found",
            "weight_kg", "is_demo",
        )
    },
}  # fmt: skip
IN_ORDER: Final = ("site__code", "method", "surveyed_on", "replicate_no")

AT_SEA: Final[tuple[Field, ...]] = (
    plain("code", _("name of the survey: site, method, day, number of the track")),
    plain("site", _("site code")),
    *two_languages("site", _("survey site")),
    plain("city", _("code of the city")),
    *two_languages("city", _("city")),
    plain("country", _("code of the country")),
    plain("method", _("method, which is also the code of the protocol")),
    plain("protocol_version", _("version of the protocol")),
    plain("survey_type", _("why the survey was made")),
    plain("surveyed_on", _("day of the survey")),
    plain("track", _("number of the track or haul on this day")),
    plain("item_list", _("list of litter items")),
    plain("item_list_version", _("version of the list")),
    plain("length_m", _("length of the track or distance towed"), "m"),
    plain("width_m", _("width of the strip watched, of the net, or between the wings"), "m"),
    Field("area_m2", _("length times width"), lambda row: row.area_m2, "m²"),
    plain("mesh_um", _("mesh size"), "µm"),
    plain("size_class", _("size of the pieces that were counted")),
    plain("gear", pgettext_lazy("column", "gear")),
    plain("depth_m", _("depth"), "m"),
    plain("observer_height_m", _("height of the observer’s eye"), "m"),
    plain("sea_state", _("sea state, Douglas scale")),
    plain("speed_kn", pgettext_lazy("column", "speed"), "kn"),
    plain("start_latitude", _("latitude at the start"), "°"),
    plain("start_longitude", _("longitude at the start"), "°"),
    plain("end_latitude", _("latitude at the end"), "°"),
    plain("end_longitude", _("longitude at the end"), "°"),
    plain("nothing_found", _("the survey says that there was no litter")),
    plain("weight_kg", _("weight of all litter; blank: not weighed"), "kg"),
    plain("items", _("items of all kinds")),
    Field(
        "items_per_km2",
        _("the same for a square kilometre"),
        lambda row: rounded(row.per_km2(row.items)),
        "1/km²",
    ),
    Field(
        "kg_per_km2",
        _("weight for a square kilometre; blank: not weighed"),
        lambda row: rounded(row.kg_per_km2),
        "kg/km²",
    ),
    DEMO,
    LICENCE,
)
ITEM_AT_SEA: Final = (
    of_count("code", _("code of the item")),
    of_count("name_zh", _("name of the item")),
    of_count("name_en", _("name of the item")),
    of_count("material", _("material")),
    of_count("count", _("items counted; 0: looked for, none found")),
    Field(
        "item_per_km2",
        _("items counted for a square kilometre"),
        lambda row: rounded(row.survey.per_km2(row.count.count)) if row.count else None,
        "1/km²",
    ),
)
LONG_AT_SEA: Final = (*AT_SEA, *ITEM_AT_SEA)


def sea_records(surveys: SeaSurveyQuerySet) -> Iterator[SeaRecord]:
    """Yield surveys with their counts, site by site, method by method, in the order of their days."""
    keys = list(surveys.order_by(*IN_ORDER).values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        part = SeaSurvey.objects.filter(pk__in=keys[start : start + AT_ONCE])
        yield from built_at_sea(part.order_by(*IN_ORDER))


def built_at_sea(surveys: QuerySet[Any]) -> list[SeaRecord]:
    """Return surveys with their counts, in their order: two questions."""
    rows = [dict(zip(SURVEY, row, strict=True)) for row in surveys.values_list(*SURVEY.values())]
    counts = counts_by_survey(SeaCount, [row["number"] for row in rows])
    return [SeaRecord(**row, counts=tuple(counts[row["number"]])) for row in rows]
