"""A subject of the partnership's work."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.models import TimeStamped
from partnership.reference.choices import LineOfWork
from partnership.reference.models.named import named_in_both_languages
from partnership.reference.querysets import ThemeQuerySet


class Theme(TimeStamped):
    """What a case, an event or an offer is about; belongs to one of the four lines of work."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80)
    description = models.TextField(_("description"))
    line = models.CharField(_("line of work"), max_length=20, choices=LineOfWork.choices)
    position = models.PositiveSmallIntegerField(_("place in the list"), default=0)

    objects: ClassVar = ThemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [
            named_in_both_languages("reference_theme_named"),
            models.CheckConstraint(
                name="reference_theme_line",
                condition=models.Q(line__in=LineOfWork.values),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.code
