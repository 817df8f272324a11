"""One indicator of a city's waste in one year."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import UNITS_OF, WasteIndicator, WasteScope, WasteUnit
from monitoring.models.waste_profile import WasteProfile
from monitoring.querysets import WasteValueQuerySet
from partnership.core.constraints import filled, one_of
from partnership.reference.choices import Grade


def _unit_fits() -> Q:
    condition = Q()
    for indicator, units in UNITS_OF.items():
        condition |= Q(indicator=indicator.value, unit__in=sorted(unit.value for unit in units))
    return condition


class WasteValue(models.Model):
    """A value as the city told it, with everything without which it cannot be compared.

    What a city does not know has no row; 0 is "there was none".
    """

    profile = models.ForeignKey(
        WasteProfile, models.CASCADE, related_name="values", verbose_name=_("city waste profile")
    )
    indicator = models.CharField(_("indicator"), max_length=16, choices=WasteIndicator.choices)
    value = models.DecimalField(_("value"), max_digits=16, decimal_places=4)
    unit = models.CharField(_("unit"), max_length=8, choices=WasteUnit.choices)
    scope = models.CharField(
        _("which waste"), max_length=12, choices=WasteScope.choices, blank=True
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    definition = models.TextField(_("definition"))
    source = models.CharField(_("source"), max_length=400)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    grade = models.CharField(_("evidence grade"), max_length=1, choices=Grade.choices, blank=True)

    objects: ClassVar = WasteValueQuerySet.as_manager()

    class Meta:
        verbose_name = _("waste indicator")
        verbose_name_plural = _("waste indicators")
        constraints = [
            one_of("indicator", WasteIndicator, name="monitoring_wastevalue_indicator_known"),
            one_of("unit", WasteUnit, name="monitoring_wastevalue_unit_known"),
            one_of("scope", WasteScope, name="monitoring_wastevalue_scope_known", blank=True),
            one_of("grade", Grade, name="monitoring_wastevalue_grade_known", blank=True),
            models.UniqueConstraint(
                fields=["profile", "indicator"], name="monitoring_wastevalue_once"
            ),
            models.CheckConstraint(name="monitoring_wastevalue_unit_fits", condition=_unit_fits()),
            models.CheckConstraint(
                name="monitoring_wastevalue_amount",
                condition=Q(value__gte=0) & (~Q(unit=WasteUnit.PER_CENT) | Q(value__lte=100)),
            ),
            models.CheckConstraint(
                name="monitoring_wastevalue_waste_said",
                condition=Q(indicator=WasteIndicator.POPULATION) | filled("scope"),
            ),
            models.CheckConstraint(
                name="monitoring_wastevalue_days_in_order",
                condition=Q(first_day__lte=F("last_day")),
            ),
            models.CheckConstraint(
                name="monitoring_wastevalue_told", condition=filled("definition", "source")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.profile}: {self.get_indicator_display()}"
