"""Rows of an outcome document or a project, in the order people chose."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import one_of
from partnership.documents.choices import Licence


class Ordered(models.Model):
    """The upper row comes first."""

    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]


class Paper(Ordered):
    """A file that has been checked, or a link to where it is, and under what terms it may be used."""

    title = models.CharField(_("title"), max_length=200, blank=True)
    file = models.ForeignKey(
        "documents.StoredFile",
        models.PROTECT,
        verbose_name=_("file"),
        related_name="%(class)s_rows",
        null=True,
        blank=True,
    )
    url = models.URLField(
        pgettext_lazy("paper", "link"),
        blank=True,
        validators=[URLValidator(schemes=["https"])],
        help_text=_("Instead of a file: the address at which it can be read."),
    )
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, blank=True)

    class Meta(Ordered.Meta):
        abstract = True
        constraints = [
            one_of("licence", Licence, name="%(app_label)s_%(class)s_licence_known", blank=True),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_file_or_link",
                condition=Q(file__isnull=False, url="") | Q(file__isnull=True) & ~Q(url=""),
                violation_error_message=_("Choose a file or give a link, one of the two."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"
