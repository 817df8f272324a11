"""What a training has beyond an event."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.models import TimeStamped


class Training(TimeStamped):
    """Title, dates, place and seats belong to the event, which is also its key.

    Topics and methods are lists, one item on each line. With `full_marks` there is a test before
    and after; `certificate_share` is the attendance a certificate asks for.
    """

    event = models.OneToOneField(
        "events.Event",
        models.CASCADE,
        primary_key=True,
        verbose_name=_("event"),
        related_name="training",
    )
    topics = models.TextField(
        pgettext_lazy("training", "topics"), blank=True, help_text=_("One on each line.")
    )
    methods = models.TextField(
        _("methods taught"), blank=True, help_text=_("Of survey and analysis; one on each line.")
    )
    prerequisites = models.TextField(
        _("prerequisites"), blank=True, help_text=_("What participants know or bring.")
    )
    full_marks = models.PositiveSmallIntegerField(
        _("full marks of the test"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(1000)],
        help_text=_("The same test before and after. Empty: there is no test."),
    )
    certificate_share = models.PositiveSmallIntegerField(
        _("attendance for a certificate (%)"),
        null=True,
        blank=True,
        default=80,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Announced on the page. Empty: the share in the attendance plan holds."),
    )

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        constraints = [
            models.CheckConstraint(
                name="monitoring_training_share_in_per_cent",
                condition=Q(certificate_share__isnull=True) | Q(certificate_share__range=(1, 100)),
                violation_error_message=_("Give a share from 1 to 100 per cent."),
            ),
            models.CheckConstraint(
                name="monitoring_training_full_marks_above_zero",
                condition=Q(full_marks__isnull=True) | Q(full_marks__range=(1, 1000)),
                violation_error_message=_("Full marks lie between 1 and 1,000."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.event)
