"""Where a case takes place."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models.row import CaseRow


class CasePlace(CaseRow):
    """A place from the curated list, and the exact site within it; the first is the main one.

    Coordinates (WGS 84, degrees) are given only where they say more than the place does.
    """

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="places")
    place = models.ForeignKey(
        "reference.Place", models.PROTECT, related_name="case_places", verbose_name=_("place")
    )
    site = models.CharField(_("site"), max_length=200, blank=True)
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )

    class Meta(CaseRow.Meta):
        verbose_name = _("place of a case")
        verbose_name_plural = _("places of a case")
        constraints = [
            *CaseRow.Meta.constraints,
            models.CheckConstraint(
                name="cases_caseplace_both_coordinates_or_none",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False)
                & Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message=_(
                    "Give latitude (-90 to 90) and longitude (-180 to 180), or neither."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.site or str(self.place)
