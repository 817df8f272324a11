"""How a sample of microplastics was taken, beyond what its number is divided by."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import FASTEST_KN, Tissue
from monitoring.models.micro_sample import MicroSample, measured
from partnership.core.constraints import one_of


def _above_zero(*names: str) -> Q:
    condition = Q()
    for name in names:
        condition &= Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gt": 0})
    return condition


def _whole(*names: str) -> Q:
    """All of them are there, or none."""
    none, every = Q(), Q()
    for name in names:
        none &= Q(**{f"{name}__isnull": True})
        every &= Q(**{f"{name}__isnull": False})
    return none | every


def degrees(verbose_name: Any) -> models.DecimalField:
    return measured(verbose_name, 8, 5)


class MicroTaking(models.Model):
    """One row for a sample that tells more than where it begins. What was not told is null or empty."""

    sample = models.OneToOneField(
        MicroSample,
        models.CASCADE,
        primary_key=True,
        related_name="taking",
        verbose_name=_("sample of microplastics"),
    )
    started_at = models.TimeField(_("begin"), null=True, blank=True)
    ended_at = models.TimeField(_("end"), null=True, blank=True)
    end_latitude = degrees(_("latitude at the end"))
    end_longitude = degrees(_("longitude at the end"))
    net_width_m = measured(_("width of the net (m)"), 5, 2)
    net_height_m = measured(_("height of the net (m)"), 5, 2)
    immersed_height_m = measured(_("height of the net in the water (m)"), 5, 2)
    tow_minutes = measured(_("duration of the tow (min)"), 5, 1)
    speed_kn = measured(_("speed of the vessel (kn)"), 3, 1)
    flow_start = measured(_("flow meter at the start"), 10, 1)
    flow_end = measured(_("flow meter at the end"), 10, 1)
    flow_constant = measured(_("metres for a unit of the flow meter"), 8, 5)
    quadrat_m2 = measured(_("area sampled (m2)"), 8, 4)
    layer_top_cm = measured(_("top of the layer (cm)"), 5, 1)
    layer_bottom_cm = measured(_("bottom of the layer (cm)"), 5, 1)
    water_pct = measured(_("water in the sediment (%)"), 4, 1)
    grain_um = measured(_("median grain size (μm)"), 6, 1)
    carbon_pct = measured(_("total organic carbon (%)"), 5, 2)
    tissue = models.CharField(_("tissue"), max_length=8, choices=Tissue.choices, blank=True)
    wet_mass_g = measured(_("wet mass of all individuals (g)"), 9, 2)
    length_mm = measured(_("mean length of the individuals (mm)"), 7, 1)

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("taking of a sample")
        verbose_name_plural = _("takings of samples")
        constraints = [
            one_of("tissue", Tissue, name="monitoring_microtaking_tissue_known", blank=True),
            models.CheckConstraint(
                name="monitoring_microtaking_end",
                condition=_whole("end_latitude", "end_longitude")
                & (Q(end_latitude__isnull=True) | Q(end_latitude__range=(-90, 90)))
                & (Q(end_longitude__isnull=True) | Q(end_longitude__range=(-180, 180))),
            ),
            models.CheckConstraint(
                name="monitoring_microtaking_above_zero",
                condition=_above_zero(
                    "net_width_m",
                    "net_height_m",
                    "immersed_height_m",
                    "tow_minutes",
                    "flow_constant",
                    "quadrat_m2",
                    "grain_um",
                    "wet_mass_g",
                    "length_mm",
                ),
            ),
            models.CheckConstraint(
                name="monitoring_microtaking_immersed",
                condition=Q(immersed_height_m__isnull=True)
                | Q(net_height_m__isnull=True)
                | Q(immersed_height_m__lte=F("net_height_m")),
            ),
            models.CheckConstraint(
                name="monitoring_microtaking_speed",
                condition=Q(speed_kn__isnull=True) | Q(speed_kn__gt=0, speed_kn__lte=FASTEST_KN),
            ),
            models.CheckConstraint(
                name="monitoring_microtaking_flow",
                condition=_whole("flow_start", "flow_end", "flow_constant")
                & (Q(flow_start__isnull=True) | Q(flow_start__gte=0, flow_end__gt=F("flow_start"))),
            ),
            models.CheckConstraint(
                name="monitoring_microtaking_layer",
                condition=_whole("layer_top_cm", "layer_bottom_cm")
                & (
                    Q(layer_top_cm__isnull=True)
                    | Q(layer_top_cm__gte=0, layer_bottom_cm__gt=F("layer_top_cm"))
                ),
            ),
            models.CheckConstraint(
                name="monitoring_microtaking_shares",
                condition=(Q(water_pct__isnull=True) | Q(water_pct__range=(0, 100)))
                & (Q(carbon_pct__isnull=True) | Q(carbon_pct__range=(0, 100))),
            ),
        ]

    def __str__(self) -> str:
        return str(self.sample_id)
