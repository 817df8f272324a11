"""One survey of a transect: what was looked at, how, and whether anything was found."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from monitoring.choices import Compartment, SurveyType
from monitoring.models.sampling_unit import SamplingUnit
from monitoring.models.survey_site import metres
from monitoring.models.survey_submission import SurveySubmission
from monitoring.querysets import SurveyQuerySet
from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped


class Survey(TimeStamped):
    """Raw counts and effort, as accepted by the secretariat; every other figure is computed.

    The database holds at the end of each transaction that a survey has counts above zero, or says
    that nothing was found, never both (migration 0005).
    """

    ONCE: ClassVar = ("unit", "surveyed_on", "replicate_no")

    unit = models.ForeignKey(
        SamplingUnit, models.PROTECT, related_name="surveys", verbose_name=_("transect")
    )
    handed_in = models.OneToOneField(
        SurveySubmission,
        models.PROTECT,
        related_name="survey",
        null=True,
        blank=True,
        verbose_name=_("submitted survey"),
    )
    compartment = models.CharField(
        _("compartment"),
        max_length=12,
        choices=Compartment.choices,
        default=Compartment.BEACH,
    )
    survey_type = models.CharField(_("type"), max_length=12, choices=SurveyType.choices)
    protocol = models.CharField(_("protocol"), max_length=20)
    protocol_version = models.CharField(_("version of the protocol"), max_length=10)
    item_list = models.ForeignKey(
        "reference.ItemList",
        models.PROTECT,
        related_name="+",
        verbose_name=_("list of litter items"),
    )
    surveyed_on = models.DateField(_("date"))
    replicate_no = models.PositiveSmallIntegerField(_("replicate number"), default=1)
    length_m = models.DecimalField(_("length surveyed (m)"), max_digits=6, decimal_places=1)
    width_m = metres(_("width surveyed (m)"))
    lower_size_mm = models.DecimalField(_("lower size limit (mm)"), max_digits=6, decimal_places=1)
    last_cleaned_on = models.DateField(_("last cleaning"), null=True, blank=True)
    last_storm_on = models.DateField(_("last extreme weather"), null=True, blank=True)
    nothing_found = models.BooleanField(_("nothing found"), default=False)
    weight_kg = models.DecimalField(
        _("total weight (kg)"), max_digits=9, decimal_places=3, null=True, blank=True
    )
    reason = models.TextField(_("reason for warnings"), blank=True)
    remarks = models.TextField(_("remarks"), blank=True)
    leader = models.CharField(_("leader of the team"), max_length=120, blank=True)
    people = models.PositiveSmallIntegerField(
        pgettext_lazy("of a survey", "people"), null=True, blank=True
    )
    hours = models.DecimalField(
        _("hours of work"), max_digits=6, decimal_places=1, null=True, blank=True
    )
    is_demo = models.BooleanField(_("demo data"), default=False)

    objects: ClassVar = SurveyQuerySet.as_manager()

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")
        constraints = [
            one_of("compartment", Compartment, name="monitoring_survey_compartment_known"),
            one_of("survey_type", SurveyType, name="monitoring_survey_type_known"),
            models.UniqueConstraint(
                fields=["unit", "surveyed_on", "replicate_no"], name="monitoring_survey_once"
            ),
            models.CheckConstraint(
                name="monitoring_survey_effort",
                condition=Q(length_m__gt=0, lower_size_mm__gt=0, replicate_no__gte=1)
                & (Q(width_m__isnull=True) | Q(width_m__gt=0))
                & (Q(people__isnull=True) | Q(people__gte=1))
                & (Q(hours__isnull=True) | Q(hours__gte=0)),
            ),
            models.CheckConstraint(
                name="monitoring_survey_weight",
                condition=Q(weight_kg__isnull=True) | Q(weight_kg__gte=0),
            ),
            models.CheckConstraint(
                name="monitoring_survey_nothing_weighs_nothing",
                condition=Q(nothing_found=False) | Q(weight_kg__isnull=True) | Q(weight_kg=0),
            ),
            models.CheckConstraint(
                name="monitoring_survey_days_in_order",
                condition=(
                    Q(last_cleaned_on__isnull=True) | Q(last_cleaned_on__lte=F("surveyed_on"))
                )
                & (Q(last_storm_on__isnull=True) | Q(last_storm_on__lte=F("surveyed_on"))),
            ),
            models.CheckConstraint(
                name="monitoring_survey_reviewed_or_demo",
                condition=Q(is_demo=True) | Q(handed_in__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["unit", "-surveyed_on"], name="monitoring_survey_latest")]

    def __str__(self) -> str:
        return f"{self.unit} {self.surveyed_on}"
