"""A beach that is surveyed again and again, and the sea off it."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import (
    STEEPEST,
    WORDS_TO_CONFIRM,
    Access,
    Back,
    Cleaner,
    Cleaning,
    Curvature,
    Development,
    Season,
    Urbanisation,
)
from monitoring.models.seasons import month, months_of
from monitoring.querysets import SurveySiteQuerySet
from partnership.core import coordinates
from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped
from partnership.reference.models.named import named_in_both_languages

CODE: str = r"^[A-Z]{2}_[A-Z]{3}_[0-9]{3}$"
CODE_ADVICE = _("Write a site's code like CN_XIA_001.")
CLEANED_WHEN_AND_BY_WHOM = _(
    "Say in which season and by whom the beach is cleaned, or “unknown”; leave both empty for a beach "
    "that is never cleaned."
)


def degrees(verbose_name: Any, help_text: Any = "") -> models.PositiveSmallIntegerField:
    """Return an optional direction in degrees from north; a constraint of its model holds it."""
    return models.PositiveSmallIntegerField(
        verbose_name,
        null=True,
        blank=True,
        validators=[MaxValueValidator(359)],
        help_text=help_text,
    )


def metres(verbose_name: object) -> models.DecimalField:
    """Return an optional length; the constraints of its model hold it above zero."""
    return models.DecimalField(
        verbose_name,  # type: ignore[arg-type]
        max_digits=7,
        decimal_places=1,
        null=True,
        blank=True,
    )


class SurveySite(TimeStamped):
    """Belongs to one city; the people of its organisation hand its surveys in.

    Sites are public as soon as they stand here: one without surveys is shown as not surveyed,
    which is something else than clean.
    """

    code = models.CharField(
        _("site code"),
        max_length=10,
        unique=True,
        validators=[RegexValidator(CODE, CODE_ADVICE)],
        help_text=CODE_ADVICE,
    )
    name = models.CharField(_("name"), max_length=120)
    place = models.ForeignKey(
        "reference.Place", models.PROTECT, related_name="survey_sites", verbose_name=_("city")
    )
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        related_name="survey_sites",
        verbose_name=_("surveyed by"),
    )
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5)
    beach_length_m = metres(_("length of the beach (m)"))
    width_low_m = metres(_("width at low tide (m)"))
    width_high_m = metres(_("width at high tide (m)"))
    urbanisation = models.CharField(_("surroundings"), max_length=12, choices=Urbanisation.choices)
    cleaning = models.CharField(_("cleaning"), max_length=12, choices=Cleaning.choices)
    cleaning_season = models.CharField(
        _("season of cleaning"),
        max_length=8,
        choices=Season.choices,
        blank=True,
        help_text=WORDS_TO_CONFIRM,
    )
    cleaning_first_month = month(_("first month of cleaning"))
    cleaning_last_month = month(_("last month of cleaning"))
    cleaned_by = models.CharField(
        _("cleaned by"),
        max_length=12,
        choices=Cleaner.choices,
        blank=True,
        help_text=WORDS_TO_CONFIRM,
    )
    sand_pct = models.PositiveSmallIntegerField(_("sand (%)"), null=True, blank=True)
    pebble_pct = models.PositiveSmallIntegerField(_("pebbles (%)"), null=True, blank=True)
    rock_pct = models.PositiveSmallIntegerField(_("rock (%)"), null=True, blank=True)
    slope_pct = models.DecimalField(
        _("slope (%)"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(STEEPEST)],
        help_text=_("How many metres the beach rises over 100 m, from the water to its back."),
    )
    curvature = models.CharField(
        _("line of the shore"),
        max_length=10,
        choices=Curvature.choices,
        blank=True,
        help_text=WORDS_TO_CONFIRM,
    )
    access = models.CharField(
        _("access"), max_length=10, choices=Access.choices, blank=True, help_text=WORDS_TO_CONFIRM
    )
    back = models.CharField(
        _("back of the beach"),
        max_length=10,
        choices=Back.choices,
        blank=True,
        help_text=WORDS_TO_CONFIRM,
    )
    development = models.CharField(
        _("behind the beach"),
        max_length=10,
        choices=Development.choices,
        blank=True,
        help_text=WORDS_TO_CONFIRM,
    )
    orientation_deg = degrees(_("faces (degrees from north)"))
    wind_from_deg = degrees(
        _("prevailing wind from (degrees from north)"), _("Where it comes from.")
    )
    current_to_deg = degrees(
        _("prevailing current towards (degrees from north)"), _("Where it flows to.")
    )
    is_demo = models.BooleanField(_("demo data"), default=False)

    name_zh_hans: str | None  # these two columns are modeltranslation's
    name_en: str | None

    objects: ClassVar = SurveySiteQuerySet.as_manager()

    class Meta:
        verbose_name = _("survey site")
        verbose_name_plural = _("survey sites")
        constraints = [
            named_in_both_languages("monitoring_surveysite_named"),
            one_of("urbanisation", Urbanisation, name="monitoring_surveysite_urbanisation_known"),
            one_of("cleaning", Cleaning, name="monitoring_surveysite_cleaning_known"),
            one_of(
                "cleaning_season",
                Season,
                name="monitoring_surveysite_cleaning_season_known",
                blank=True,
            ),
            one_of(
                "cleaned_by", Cleaner, name="monitoring_surveysite_cleaned_by_known", blank=True
            ),
            one_of(
                "curvature", Curvature, name="monitoring_surveysite_curvature_known", blank=True
            ),
            one_of("access", Access, name="monitoring_surveysite_access_known", blank=True),
            one_of("back", Back, name="monitoring_surveysite_back_known", blank=True),
            one_of(
                "development",
                Development,
                name="monitoring_surveysite_development_known",
                blank=True,
            ),
            models.CheckConstraint(
                name="monitoring_surveysite_cleaned_when_and_by_whom",
                condition=Q(cleaning=Cleaning.NEVER, cleaning_season="", cleaned_by="")
                | (~Q(cleaning=Cleaning.NEVER) & Q(cleaning_season__gt="", cleaned_by__gt="")),
                violation_error_message=CLEANED_WHEN_AND_BY_WHOM,
            ),
            months_of(
                "cleaning_season",
                "cleaning_first_month",
                "cleaning_last_month",
                name="monitoring_surveysite_cleaning_months",
            ),
            models.CheckConstraint(
                name="monitoring_surveysite_slope",
                condition=Q(slope_pct__isnull=True) | Q(slope_pct__range=(0, STEEPEST)),
                violation_error_message=_("Slopes go from 0 to 100 %."),
            ),
            models.CheckConstraint(
                name="monitoring_surveysite_code_form",
                condition=Q(code__regex=CODE),
                violation_error_message=CODE_ADVICE,
            ),
            models.CheckConstraint(
                name="monitoring_surveysite_on_earth",
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180))
                & ~Q(latitude=0, longitude=0),
                violation_error_message=_("Give the real position in degrees (WGS 84)."),
            ),
            models.CheckConstraint(
                name="monitoring_surveysite_lengths_above_zero",
                condition=(Q(beach_length_m__isnull=True) | Q(beach_length_m__gt=0))
                & (Q(width_low_m__isnull=True) | Q(width_low_m__gt=0))
                & (Q(width_high_m__isnull=True) | Q(width_high_m__gt=0)),
                violation_error_message=_("Lengths are above zero; leave unknown ones empty."),
            ),
            models.CheckConstraint(
                name="monitoring_surveysite_substrate_is_whole",
                condition=Q(sand_pct__isnull=True, pebble_pct__isnull=True, rock_pct__isnull=True)
                | Q(
                    sand_pct__isnull=False,
                    pebble_pct__isnull=False,
                    rock_pct__isnull=False,
                    sand_pct=100 - F("pebble_pct") - F("rock_pct"),
                ),
                violation_error_message=_(
                    "Sand, pebbles and rock make 100 % together; leave all three empty if unknown."
                ),
            ),
            models.CheckConstraint(
                name="monitoring_surveysite_orientation",
                condition=(Q(orientation_deg__isnull=True) | Q(orientation_deg__lt=360))
                & (Q(wind_from_deg__isnull=True) | Q(wind_from_deg__lt=360))
                & (Q(current_to_deg__isnull=True) | Q(current_to_deg__lt=360)),
                violation_error_message=_("Directions go from 0 to 359 degrees."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def clean(self) -> None:
        """Say what is wrong with a position in the words used everywhere for it."""
        faults = dict(coordinates.faults(self.latitude, self.longitude))
        if faults:
            raise ValidationError(faults)
