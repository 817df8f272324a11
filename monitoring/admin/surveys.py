"""Sites, their transects, and the surveys and samples that were accepted."""

from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from monitoring.choices import Matrix
from monitoring.models import (
    LitterCount,
    SamplingUnit,
    SeaCount,
    SeaSurvey,
    SiteSurrounding,
    SiteUse,
    Survey,
    SurveyAnimal,
    SurveySite,
    SurveyWeight,
)
from monitoring.sampling.places import too_far_from_coast_km
from partnership.accounts.choices import Role
from partnership.core.admin import (
    ReadOnlyAdmin,
    StackedRows,
    TabularRows,
    TranslatedAdminBase,
    TranslatedStackedRows,
)
from partnership.core.admin.pairs import pair
from partnership.core.admin.theme import ChoicesDropdownFilter

WATCHERS = frozenset({Role.SECRETARIAT, Role.PUBLISHER})
EDITORS = frozenset({Role.SECRETARIAT})


class UnitRows(StackedRows):
    """Measured once; a stretch that is moved gets a row of its own."""

    model = SamplingUnit
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("code", "length_m", "width_m"),
                    ("start_latitude", "start_longitude"),
                    ("end_latitude", "end_longitude"),
                    ("is_far_from_access", "is_off_hot_spots", "is_chosen_at_random"),
                    "replaced_by",
                )
            },
        ),
    )


class SurroundingRows(TranslatedStackedRows):
    """The nearest of each kind; what is not known has no row."""

    model = SiteSurrounding
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("kind", "distance_km", "bearing_deg", "population"),
                    pair("name"),
                )
            },
        ),
    )


class UseRows(TabularRows):
    """What people do there; what is not known has no row."""

    model = SiteUse
    fields = ("use", "season", "first_month", "last_month")


@admin.register(SurveySite)
class SurveySiteAdmin(TranslatedAdminBase):
    """The secretariat enters a site before its city can hand surveys in."""

    icon = "beach_access"
    view_roles = WATCHERS
    change_roles = EDITORS
    inlines = (UnitRows, UseRows, SurroundingRows)
    list_display = ("code", *pair("name"), "place", "organisation", "is_demo")
    list_select_related = ("place", "organisation")
    list_filter = (("urbanisation", ChoicesDropdownFilter), "is_demo")
    search_fields = ("code", *pair("name"))
    ordering = ("code",)
    autocomplete_fields = ("place", "organisation")
    readonly_fields = ("is_demo",)
    fieldsets = (
        (None, {"fields": (("code", "is_demo"), pair("name"), ("place", "organisation"))}),
        (
            _("Position"),
            {
                "fields": (
                    ("latitude", "longitude"),
                    ("orientation_deg", "wind_from_deg", "current_to_deg"),
                )
            },
        ),
        (
            _("Beach"),
            {
                "fields": (
                    ("urbanisation", "access"),
                    ("beach_length_m", "width_low_m", "width_high_m"),
                    ("sand_pct", "pebble_pct", "rock_pct"),
                    ("slope_pct", "curvature"),
                    ("back", "development"),
                )
            },
        ),
        (
            _("Cleaning"),
            {
                "fields": (
                    ("cleaning", "cleaned_by"),
                    ("cleaning_season", "cleaning_first_month", "cleaning_last_month"),
                ),
                "description": _(
                    "How often, when and by whom, outside of surveys. “Unknown” is an answer."
                ),
            },
        ),
    )

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Keep the site; say so when no coast is near: the base map may lack a small island."""
        super().save_model(request, obj, form, change)
        far = too_far_from_coast_km(Matrix.BEACH_SEDIMENT, obj.latitude, obj.longitude)
        if far:
            text = gettext(
                "The site is saved, but lies %(far)s km from the nearest coast of the base map. Check "
                "latitude and longitude."
            )
            messages.warning(request, text % {"far": far})


class CountRows(TabularRows):
    """What was counted; changed by handing the survey in anew, nowhere else."""

    model: Any = LitterCount
    fields = ("item", "count")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).select_related("item").order_by("item__position")


class AnimalRows(TabularRows):
    """What was seen; changed by handing the survey in anew."""

    model = SurveyAnimal
    fields = ("species", "state", "entanglement", "number")


class WeightRows(TabularRows):
    """What each material weighed."""

    model = SurveyWeight
    fields = ("material", "weight_kg")


@admin.register(Survey)
class SurveyAdmin(ReadOnlyAdmin):
    """Surveys come from submissions alone."""

    icon = "fact_check"
    view_roles = WATCHERS
    inlines = (CountRows, WeightRows, AnimalRows)
    list_display = (
        "unit",
        "surveyed_on",
        "replicate_no",
        "survey_type",
        "nothing_found",
        "is_demo",
    )
    list_select_related = ("unit__site",)
    list_filter = (("survey_type", ChoicesDropdownFilter), "nothing_found", "is_demo")
    search_fields = ("unit__site__code", *(f"unit__site__{name}" for name in pair("name")))
    ordering = ("-surveyed_on", "-pk")
    sortable_by = ("surveyed_on",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("unit", "surveyed_on", "replicate_no"),
                    ("survey_type", "compartment", "is_demo"),
                    ("protocol", "protocol_version", "item_list"),
                )
            },
        ),
        (
            _("What was surveyed"),
            {
                "fields": (
                    ("length_m", "width_m", "lower_size_mm"),
                    ("last_cleaned_on", "last_storm_on"),
                    ("nothing_found", "weight_kg"),
                    "reason",
                    "remarks",
                )
            },
        ),
        (_("Team"), {"fields": (("leader", "people", "hours"),)}),
    )


class SeaCountRows(CountRows):
    """The same at sea."""

    model = SeaCount


@admin.register(SeaSurvey)
class SeaSurveyAdmin(ReadOnlyAdmin):
    """Surveys at sea come from submissions alone."""

    icon = "sailing"
    view_roles = WATCHERS
    inlines = (SeaCountRows,)
    list_display = ("site", "surveyed_on", "method", "replicate_no", "nothing_found", "is_demo")
    list_select_related = ("site",)
    list_filter = (("method", ChoicesDropdownFilter), "nothing_found", "is_demo")
    search_fields = ("site__code", *(f"site__{name}" for name in pair("name")))
    ordering = ("-surveyed_on", "-pk")
    sortable_by = ("surveyed_on",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("site", "surveyed_on", "replicate_no"),
                    ("method", "survey_type", "is_demo"),
                    ("protocol_version", "item_list"),
                )
            },
        ),
        (
            _("What was surveyed"),
            {
                "fields": (
                    ("length_m", "width_m", "mesh_um"),
                    ("size_class", "gear", "depth_m"),
                    ("observer_height_m", "sea_state", "speed_kn"),
                    ("start_latitude", "start_longitude"),
                    ("end_latitude", "end_longitude"),
                    ("nothing_found", "weight_kg"),
                    "reason",
                    "remarks",
                )
            },
        ),
        (_("Team"), {"fields": (("leader", "people", "hours"),)}),
    )
