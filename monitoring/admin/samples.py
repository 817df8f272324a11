"""Samples of microplastics that were accepted."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from monitoring.admin.surveys import WATCHERS
from monitoring.models import MicroBlank, MicroCount, MicroMethod, MicroSample, MicroTaking
from partnership.core.admin import ReadOnlyAdmin, StackedRows, TabularRows
from partnership.core.admin.pairs import pair
from partnership.core.admin.theme import ChoicesDropdownFilter


class ParticleRows(TabularRows):
    """What was told of the particles; changed by handing the sample in anew."""

    model = MicroCount
    fields = ("trait", "value", "count")


class BlankRows(TabularRows):
    """Each blank by itself."""

    model = MicroBlank
    fields = ("number", "kind", "particles")


class TakingRows(StackedRows):
    """How it was taken."""

    model = MicroTaking
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("started_at", "ended_at", "end_latitude", "end_longitude"),
                    ("net_width_m", "net_height_m", "immersed_height_m"),
                    ("tow_minutes", "speed_kn", "flow_start", "flow_end", "flow_constant"),
                    ("quadrat_m2", "layer_top_cm", "layer_bottom_cm"),
                    ("water_pct", "grain_um", "carbon_pct"),
                    ("tissue", "wet_mass_g", "length_mm"),
                )
            },
        ),
    )


class MethodRows(StackedRows):
    """What the laboratory did."""

    model = MicroMethod
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("digestion", "digestion_celsius", "digestion_hours"),
                    ("separation", "density_g_cm3", "sieves_um"),
                    ("filter_material", "filter_mm", "pore_um"),
                    ("counting", "magnification", "analysed_pct"),
                    ("library", "threshold_pct", "confirmed_pct"),
                    ("correction", "lod_um", "lod_particles", "loq_particles"),
                    ("recovery_cv_pct", "spike_polymer", "spike_um", "spike_particles"),
                    ("is_air_filtered", "is_clothing_ruled", "is_without_plastic", "is_sealed"),
                )
            },
        ),
    )


@admin.register(MicroSample)
class MicroSampleAdmin(ReadOnlyAdmin):
    """Samples come from submissions alone."""

    inlines = (TakingRows, BlankRows, MethodRows, ParticleRows)

    icon = "water_drop"
    view_roles = WATCHERS
    list_display = ("place", "sampled_on", "matrix", "gear", "particles", "blanks", "is_demo")
    list_select_related = ("place",)
    list_filter = (("matrix", ChoicesDropdownFilter), "is_demo")
    search_fields = ("place__code", *(f"place__{name}" for name in pair("name")))
    ordering = ("-sampled_on", "-pk")
    sortable_by = ("sampled_on",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("place", "sampled_on", "is_demo"),
                    ("latitude", "longitude", "depth_m"),
                    ("matrix", "gear"),
                )
            },
        ),
        (
            _("In what"),
            {
                "fields": (
                    ("mesh_um", "volume_m3"),
                    ("mouth_m2", "tow_distance_m"),
                    "dry_mass_kg",
                    ("species", "individuals", "individuals_with"),
                )
            },
        ),
        (
            _("Analysis"),
            {
                "fields": (
                    ("size_min_um", "size_max_um", "identification"),
                    ("particles", "blanks", "blank_particles", "recovery_pct"),
                    "reason",
                    "remarks",
                )
            },
        ),
    )
