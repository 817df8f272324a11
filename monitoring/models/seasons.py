"""A season as two months: the same fields and the same rule for everything of a site that has one."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from monitoring.choices import Season

MONTHS_OF_SEASON = _(
    "Give the first and the last month for “in some months”, and leave both empty for everything else."
)


def month(verbose_name: Any) -> models.PositiveSmallIntegerField:
    """Return an optional month, 1 to 12."""
    return models.PositiveSmallIntegerField(
        verbose_name,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )


def months_of(season: str, first: str, last: str, *, name: str) -> models.CheckConstraint:
    """Both months stand with the season that has months, and with no other; the last may be the earlier
    one, over the end of the year."""
    both = {f"{first}__isnull": False, f"{last}__isnull": False}
    none = {f"{first}__isnull": True, f"{last}__isnull": True}
    within = {f"{first}__range": (1, 12), f"{last}__range": (1, 12)}
    return models.CheckConstraint(
        name=name,
        condition=Q(**{season: Season.MONTHS}, **both, **within)
        | (~Q(**{season: Season.MONTHS}) & Q(**none)),
        violation_error_message=MONTHS_OF_SEASON,
    )
