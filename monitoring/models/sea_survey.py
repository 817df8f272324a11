"""A survey of litter at sea: what was watched or swept, how, and whether anything was found."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from monitoring.choices import SIZES_OF, BottomGear, SeaMethod, SizeClass, SurveyType
from monitoring.models.litter_count import CountOfItem
from monitoring.models.micro_sample import measured
from monitoring.models.survey_site import SurveySite
from monitoring.querysets import SeaSurveyQuerySet
from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped

ROUGHEST: int = 9  # of the Douglas scale


class SeaSubmission(models.Model):
    """Off which site it was made; the survey is there once it is accepted."""

    submission = models.OneToOneField(
        "review.Submission",
        models.CASCADE,
        primary_key=True,
        related_name="of_sea",
        verbose_name=_("submission"),
    )
    site = models.ForeignKey(
        SurveySite, models.PROTECT, related_name="+", verbose_name=_("survey site")
    )

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("submitted survey at sea")
        verbose_name_plural = _("submitted surveys at sea")

    def __str__(self) -> str:
        return str(self.submission)


def _position(name: str) -> Q:
    """Both coordinates on Earth, or neither."""
    latitude, longitude = f"{name}_latitude", f"{name}_longitude"
    there = {f"{each}__isnull": False for each in (latitude, longitude)}
    bounds = {f"{latitude}__range": (-90, 90), f"{longitude}__range": (-180, 180)}
    neither = {f"{each}__isnull": True for each in (latitude, longitude)}
    return Q(**neither) | (Q(**there, **bounds) & ~Q(**{latitude: 0, longitude: 0}))


class SeaSurvey(TimeStamped):
    """Raw counts and effort, as accepted by the secretariat; every density is computed.

    Length times width is the area: of the strip watched, of the track of a surface trawl, of what a
    bottom trawl swept between its wings. The database refuses a surface trawl without its mesh, floating
    litter without the size of the pieces, a bottom trawl without gear and depth. As on beaches, a survey
    has counts above zero or says that nothing was found (migration 0018).
    """

    ONCE: ClassVar = ("site", "method", "surveyed_on", "replicate_no")

    site = models.ForeignKey(
        SurveySite, models.PROTECT, related_name="sea_surveys", verbose_name=_("survey site")
    )
    handed_in = models.OneToOneField(
        SeaSubmission,
        models.PROTECT,
        related_name="survey",
        null=True,
        blank=True,
        verbose_name=_("submitted survey at sea"),
    )
    method = models.CharField(_("method"), max_length=16, choices=SeaMethod.choices)
    protocol_version = models.CharField(_("version of the protocol"), max_length=10)
    survey_type = models.CharField(_("type"), max_length=12, choices=SurveyType.choices)
    item_list = models.ForeignKey(
        "reference.ItemList",
        models.PROTECT,
        related_name="+",
        verbose_name=_("list of litter items"),
    )
    surveyed_on = models.DateField(_("date"))
    replicate_no = models.PositiveSmallIntegerField(_("track or haul of the day"), default=1)
    length_m = models.DecimalField(_("length (m)"), max_digits=8, decimal_places=1)
    width_m = models.DecimalField(_("width (m)"), max_digits=6, decimal_places=2)
    mesh_um = measured(_("mesh size (μm)"), 6, 1)
    size_class = models.CharField(
        _("pieces counted"), max_length=12, choices=SizeClass.choices, blank=True
    )
    gear = models.CharField(_("gear"), max_length=10, choices=BottomGear.choices, blank=True)
    depth_m = measured(_("depth (m)"), 6, 1)
    observer_height_m = measured(_("height of the observer’s eye (m)"), 4, 1)
    sea_state = models.PositiveSmallIntegerField(_("sea state"), null=True, blank=True)
    speed_kn = measured(_("speed (kn)"), 4, 1)
    start_latitude = measured(_("latitude at the start"), 8, 5)
    start_longitude = measured(_("longitude at the start"), 8, 5)
    end_latitude = measured(_("latitude at the end"), 8, 5)
    end_longitude = measured(_("longitude at the end"), 8, 5)
    nothing_found = models.BooleanField(_("nothing found"), default=False)
    weight_kg = measured(_("total weight (kg)"), 9, 3)
    reason = models.TextField(_("reason for warnings"), blank=True)
    remarks = models.TextField(_("remarks"), blank=True)
    leader = models.CharField(_("leader of the team"), max_length=120, blank=True)
    people = models.PositiveSmallIntegerField(
        pgettext_lazy("of a survey", "people"), null=True, blank=True
    )
    hours = measured(_("hours of work"), 6, 1)
    is_demo = models.BooleanField(_("demo data"), default=False)

    objects: ClassVar = SeaSurveyQuerySet.as_manager()

    class Meta:
        verbose_name = _("survey at sea")
        verbose_name_plural = _("surveys at sea")
        constraints = [
            one_of("method", SeaMethod, name="monitoring_seasurvey_method_known"),
            one_of("survey_type", SurveyType, name="monitoring_seasurvey_type_known"),
            one_of("gear", BottomGear, name="monitoring_seasurvey_gear_known", blank=True),
            models.UniqueConstraint(
                fields=["site", "method", "surveyed_on", "replicate_no"],
                name="monitoring_seasurvey_once",
            ),
            models.CheckConstraint(
                name="monitoring_seasurvey_effort",
                condition=Q(length_m__gt=0, width_m__gt=0, replicate_no__gte=1)
                & (Q(people__isnull=True) | Q(people__gte=1))
                & (Q(hours__isnull=True) | Q(hours__gte=0)),
            ),
            models.CheckConstraint(
                name="monitoring_seasurvey_mesh",
                condition=~Q(method=SeaMethod.TRAWL) | Q(mesh_um__isnull=False, mesh_um__gt=0),
            ),
            models.CheckConstraint(
                name="monitoring_seasurvey_sizes",
                condition=Q(method=SeaMethod.VISUAL, size_class__in=SIZES_OF[SeaMethod.VISUAL])
                | Q(method=SeaMethod.TRAWL, size_class__in=SIZES_OF[SeaMethod.TRAWL])
                | Q(method=SeaMethod.SEABED, size_class=""),
            ),
            models.CheckConstraint(
                name="monitoring_seasurvey_bottom",
                condition=~Q(method=SeaMethod.SEABED)
                | Q(gear__gt="", depth_m__isnull=False, depth_m__gte=0),
            ),
            models.CheckConstraint(
                name="monitoring_seasurvey_sea_state",
                condition=Q(sea_state__isnull=True) | Q(sea_state__lte=ROUGHEST),
            ),
            models.CheckConstraint(
                name="monitoring_seasurvey_weight",
                condition=Q(weight_kg__isnull=True)
                | Q(weight_kg=0)
                | Q(weight_kg__gt=0, nothing_found=False),
            ),
            models.CheckConstraint(
                name="monitoring_seasurvey_positions",
                condition=_position("start") & _position("end"),
            ),
            models.CheckConstraint(
                name="monitoring_seasurvey_reviewed_or_demo",
                condition=Q(is_demo=True) | Q(handed_in__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["site", "-surveyed_on"], name="monitoring_seasurvey_latest")
        ]

    def __str__(self) -> str:
        return f"{self.site.code} {self.method} {self.surveyed_on}"


class SeaCount(CountOfItem):
    """What was counted at sea."""

    survey = models.ForeignKey(
        SeaSurvey, models.CASCADE, related_name="counts", verbose_name=_("survey")
    )

    class Meta(CountOfItem.Meta):
        abstract = False
