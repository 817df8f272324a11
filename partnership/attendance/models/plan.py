"""How attendance at an event is looked after."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.attendance.choices import Measure
from partnership.attendance.querysets import PlanQuerySet
from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped


class Plan(TimeStamped):
    """One for an event, made when the secretariat prepares its day. Without one the secretariat
    alone stands at the door. `certifying_by` has asked for certificates that are not all written."""

    event = models.OneToOneField(
        "events.Event", models.PROTECT, verbose_name=_("event"), related_name="attendance_plan"
    )

    measure = models.CharField(
        _("attendance is counted in"),
        max_length=10,
        choices=Measure.choices,
        default=Measure.SESSIONS,
    )
    needed_share = models.PositiveSmallIntegerField(
        _("share needed (%)"),
        default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Whoever attended so much has attended, and gets a certificate."),
    )

    evaluation_until = models.DateTimeField(
        _("evaluation is open until"), null=True, blank=True, editable=False
    )
    is_inviting = models.BooleanField(_("people are being invited"), default=False, editable=False)
    invited_up_to = models.PositiveBigIntegerField(_("invited up to"), default=0, editable=False)

    certifying_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("certificates are being issued for"),
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )
    certified_up_to = models.PositiveBigIntegerField(
        _("certificates issued up to"), null=True, blank=True, editable=False
    )

    objects: ClassVar = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance plan")
        verbose_name_plural = _("attendance plans")
        constraints = [
            one_of("measure", Measure, name="attendance_plan_measure_known"),
            models.CheckConstraint(
                name="attendance_plan_share_in_hundredths",
                condition=Q(needed_share__gte=1, needed_share__lte=100),
            ),
        ]

    def __str__(self) -> str:
        return str(self.event)

    @property
    def is_certifying(self) -> bool:
        return self.certifying_by_id is not None
