"""A map picture the authority has approved, as a base layer."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.constraints import filled
from partnership.core.models import TimeStamped
from partnership.maps.choices import Projection
from partnership.maps.layers import NEEDS_NUMBER, REVIEW_NUMBER

LONGITUDE = (MinValueValidator(-180), MaxValueValidator(180))
LATITUDE = (MinValueValidator(-90), MaxValueValidator(90))


def _edge(label: object, validators: tuple[object, object]) -> models.DecimalField:
    return models.DecimalField(label, max_digits=6, decimal_places=3, validators=validators)  # type: ignore[arg-type]


class ApprovedMap(TimeStamped):
    """A standard map, taken unchanged, with its review number (审图号) and its four edges in degrees
    WGS 84. Visitors can choose it while it is shown and the rights of its picture are in order.
    """

    name = models.CharField(_("name"), max_length=60)
    attribution = models.CharField(
        _("attribution"), max_length=120, help_text=_("Who made it, as it has to be named.")
    )
    review_number = models.CharField(
        _("map review number"),
        max_length=40,
        help_text=_("As the authority gave it, such as GS(2024)0650号. It stands on the map."),
    )
    picture = models.ForeignKey(
        "documents.Picture",
        models.PROTECT,
        related_name="approved_maps",
        verbose_name=_("picture"),
        help_text=_("The approved map, unchanged: nothing cut off, nothing drawn over."),
    )
    projection = models.CharField(
        _("projection"),
        max_length=10,
        choices=Projection.choices,
        default=Projection.PLATE_CARREE,
        help_text=_("Only maps in one of these can lie under points."),
    )
    west = _edge(_("western edge"), LONGITUDE)
    east = _edge(_("eastern edge"), LONGITUDE)
    south = _edge(_("southern edge"), LATITUDE)
    north = _edge(_("northern edge"), LATITUDE)
    is_shown = models.BooleanField(
        _("shown"), default=False, help_text=_("Visitors can choose it under every map.")
    )

    name_zh_hans: str  # these four columns are modeltranslation's
    name_en: str
    attribution_zh_hans: str
    attribution_en: str

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("approved map")
        verbose_name_plural = _("approved maps")
        constraints = [
            models.CheckConstraint(
                name="maps_approvedmap_numbered",
                condition=filled("review_number"),
                violation_error_message=NEEDS_NUMBER,
            ),
            models.CheckConstraint(
                name="maps_approvedmap_edges",
                condition=Q(west__lt=F("east"), south__lt=F("north"))
                & Q(west__gte=-180, east__lte=180, south__gte=-90, north__lte=90),
                violation_error_message=_(
                    "The western edge lies west of the eastern one, the southern south of the "
                    "northern one, all in degrees."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.review_number

    def clean(self) -> None:
        """Refuse a map without its number; this is asked before anything else."""
        super().clean()
        self.review_number = (self.review_number or "").strip()
        if not REVIEW_NUMBER.fullmatch(self.review_number):
            raise ValidationError({"review_number": NEEDS_NUMBER})

    def text(self, field: str) -> dict[str, str]:
        """Return a text by language."""
        return {code: getattr(self, languages.column(field, code)) for code in languages.LANGUAGES}
