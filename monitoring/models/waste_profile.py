"""What a city says of its waste in one year."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import FIRST_PROFILE_YEAR, LAST_PROFILE_YEAR, WasteArea
from monitoring.querysets import WasteProfileQuerySet
from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped


class WasteSubmission(models.Model):
    """For which city government and year a profile is handed in."""

    submission = models.OneToOneField(
        "review.Submission",
        models.CASCADE,
        primary_key=True,
        related_name="of_waste",
        verbose_name=_("submission"),
    )
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        related_name="+",
        verbose_name=_("organisation"),
    )
    year = models.PositiveSmallIntegerField(_("year"))

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("submitted waste profile")
        verbose_name_plural = _("submitted waste profiles")

    def __str__(self) -> str:
        return str(self.submission)


class WasteProfile(TimeStamped):
    """One for each city and year; a later one that is accepted takes the place of the earlier.

    Its values stay in the language the city wrote them in.
    """

    handed_in = models.OneToOneField(
        WasteSubmission,
        models.PROTECT,
        related_name="profile",
        null=True,
        blank=True,
        verbose_name=_("submitted waste profile"),
    )
    place = models.ForeignKey(
        "reference.Place", models.PROTECT, related_name="waste_profiles", verbose_name=_("city")
    )
    year = models.PositiveSmallIntegerField(_("year"))
    area = models.CharField(_("area covered"), max_length=8, choices=WasteArea.choices)
    language = models.CharField(_("written in"), max_length=10, choices=settings.LANGUAGES)
    reason = models.TextField(_("reason for what looks unlikely"), blank=True)
    remarks = models.TextField(_("remarks"), blank=True)
    is_demo = models.BooleanField(_("demo data"), default=False)

    objects: ClassVar = WasteProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("city waste profile")
        verbose_name_plural = _("city waste profiles")
        constraints = [
            one_of("area", WasteArea, name="monitoring_wasteprofile_area_known"),
            models.UniqueConstraint(
                fields=["place", "year"], name="monitoring_wasteprofile_one_a_year"
            ),
            models.CheckConstraint(
                name="monitoring_wasteprofile_year",
                condition=Q(year__range=(FIRST_PROFILE_YEAR, LAST_PROFILE_YEAR)),
            ),
            models.CheckConstraint(
                name="monitoring_wasteprofile_reviewed_or_demo",
                condition=Q(is_demo=True) | Q(handed_in__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.year}"
