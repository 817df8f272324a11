"""The stretch of a beach on which litter is counted."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from monitoring.models.survey_site import SurveySite, metres
from partnership.core.models import TimeStamped


class SamplingUnit(TimeStamped):
    """Measured once and kept. A stretch that is moved is a new one, linked by `replaced_by`."""

    site = models.ForeignKey(
        SurveySite, models.PROTECT, related_name="units", verbose_name=_("survey site")
    )
    code = models.SlugField(_("code"), max_length=8)
    length_m = models.DecimalField(_("length (m)"), max_digits=6, decimal_places=1)
    width_m = metres(_("width (m)"))
    start_latitude = models.DecimalField(
        _("latitude at the start"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    start_longitude = models.DecimalField(
        _("longitude at the start"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    end_latitude = models.DecimalField(
        _("latitude at the end"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    end_longitude = models.DecimalField(
        _("longitude at the end"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    is_far_from_access = models.BooleanField(
        _("at least 50 m from an access"), null=True, blank=True
    )
    is_off_hot_spots = models.BooleanField(_("not where litter gathers"), null=True, blank=True)
    is_chosen_at_random = models.BooleanField(_("chosen at random"), null=True, blank=True)
    replaced_by = models.OneToOneField(
        "self",
        models.PROTECT,
        related_name="replaces",
        null=True,
        blank=True,
        verbose_name=_("replaced by"),
    )

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("transect")
        verbose_name_plural = _("transects")
        constraints = [
            models.UniqueConstraint(
                fields=["site", "code"],
                name="monitoring_samplingunit_code_once",
                violation_error_message=_("This site has a transect with this code already."),
            ),
            models.CheckConstraint(
                name="monitoring_samplingunit_measured",
                condition=Q(length_m__gt=0) & (Q(width_m__isnull=True) | Q(width_m__gt=0)),
                violation_error_message=_("Lengths are above zero; leave unknown ones empty."),
            ),
            models.CheckConstraint(
                name="monitoring_samplingunit_ends_whole",
                condition=Q(start_latitude__isnull=True, start_longitude__isnull=True)
                | Q(
                    start_latitude__isnull=False,
                    start_longitude__isnull=False,
                    start_latitude__range=(-90, 90),
                    start_longitude__range=(-180, 180),
                ),
                violation_error_message=_("Give both latitude and longitude, or neither."),
            ),
            models.CheckConstraint(
                name="monitoring_samplingunit_end_whole",
                condition=Q(end_latitude__isnull=True, end_longitude__isnull=True)
                | Q(
                    end_latitude__isnull=False,
                    end_longitude__isnull=False,
                    end_latitude__range=(-90, 90),
                    end_longitude__range=(-180, 180),
                ),
                violation_error_message=_("Give both latitude and longitude, or neither."),
            ),
            models.CheckConstraint(
                name="monitoring_samplingunit_not_replaced_by_itself",
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=F("pk")),
                violation_error_message=_("A transect is replaced by another one."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site.code}-{self.code}"
