"""What an outcome document and a project have in common."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import filled, in_some_language
from partnership.core.models import Publication, TimeStamped


class Written(TimeStamped, Publication):
    """Title and summary in both languages before anything of it is public.

    `version` counts the changes people made and refuses the later of two editors;
    `source_language` is the language it was written in, the other text is its translation.
    """

    source_language = models.CharField(
        _("written in"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    is_demo = models.BooleanField(
        _("demo data"),
        default=False,
        help_text=_("Shown with a visible mark until the secretariat confirms the text."),
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    title = models.CharField(_("title"), max_length=200, blank=True)
    summary = models.CharField(
        _("summary"), max_length=400, blank=True, help_text=_("One to three sentences.")
    )

    class Meta(Publication.Meta):
        abstract = True
        constraints = [
            *Publication.Meta.constraints,
            in_some_language("title", name="%(app_label)s_%(class)s_titled"),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_public_has_short_texts",
                condition=Q(public_since__isnull=True)
                | filled("title_zh_hans", "summary_zh_hans", "title_en", "summary_en"),
                violation_error_message=_(
                    "What is public needs title and summary in both languages."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"
