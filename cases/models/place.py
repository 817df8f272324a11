"""Where a case takes place."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.models.row import CaseRow
from partnership.core import coordinates


class CasePlace(CaseRow):
    """A place from the curated list, and the exact site within it; the first is the main one.

    Coordinates (WGS 84, degrees) are given only where they say more than the place does. Those of a
    sensitive site stay with the secretariat; everybody else gets them rounded (`cases.positions`).
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
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
    )

    is_sensitive = models.BooleanField(
        _("sensitive site"),
        default=False,
        db_default=False,
        help_text=_(
            "Such as a nesting beach or a protected find: maps, pages and data show its position "
            "to about a kilometre. Do not name the exact spot in the site either."
        ),
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
            coordinates.not_at_zero("cases_caseplace_not_at_zero"),
        ]

    def __str__(self) -> str:
        return self.site or str(self.place)

    def clean(self) -> None:
        """Refuse a position that cannot be meant."""
        super().clean()
        coordinates.check(self.latitude, self.longitude)
