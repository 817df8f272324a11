"""A section of an outcome document."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from roundtables.models.rows import Ordered


class OutcomeSection(Ordered):
    """A heading and what was put down under it; sections are numbered as they stand."""

    outcome = models.ForeignKey("roundtables.Outcome", models.CASCADE, related_name="sections")
    title = models.CharField(_("heading"), max_length=200, blank=True)
    text = models.TextField(
        _("text"),
        blank=True,
        help_text=_(
            "Paragraphs with an empty line between them; lines that begin with “- ” are a list."
        ),
    )

    class Meta(Ordered.Meta):
        abstract = False
        verbose_name = _("section of an outcome document")
        verbose_name_plural = _("sections of an outcome document")

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"
