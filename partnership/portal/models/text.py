"""What pages and news have in common: a text in both languages, published per language."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import filled
from partnership.core.models import Publication, TimeStamped

BODY_HINT = _(
    "Paragraphs, ## headings, lists, **strong** and *emphasised* words, tables and links to https "
    "addresses, mail addresses and pages of this portal. Anything else is left out."
)


class PublishedText(TimeStamped, Publication):
    """A text with its address, its date and its state.

    `version` counts the changes people made; it guards against two editors overwriting each
    other. `source_language` is the language the text was written in, the other its translation.
    """

    key = models.SlugField(
        _("short name in the address"),
        max_length=80,
        unique=True,
        help_text=_("The same in both languages: lower-case letters, digits and hyphens."),
    )
    date = models.DateField(
        _("date"), default=timezone.localdate, help_text=_("As readers see it; orders the lists.")
    )
    source_language = models.CharField(
        _("written in"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    is_demo = models.BooleanField(
        _("demo data"),
        default=False,
        help_text=_("Shown with a visible mark until the secretariat confirms the text."),
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("One to three sentences, for lists and feeds.")
    )
    body = models.TextField(_("text"), blank=True, help_text=BODY_HINT)

    class Meta(Publication.Meta):
        abstract = True
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_public_has_titles",
                condition=Q(public_since__isnull=True) | filled("title_zh_hans", "title_en"),
                violation_error_message=_("A public text needs a title in both languages."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_public_chinese_has_body",
                condition=Q(published_zh_hans_at__isnull=True) | filled("body_zh_hans"),
                violation_error_message=_("What is public in Chinese needs a Chinese text."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_public_english_has_body",
                condition=Q(published_en_at__isnull=True) | filled("body_en"),
                violation_error_message=_("What is public in English needs an English text."),
            ),
        ]
        indexes = [
            *Publication.Meta.indexes,
            models.Index(fields=["-date", "-id"], name="%(app_label)s_%(class)s_newest"),
        ]

    def __str__(self) -> str:
        return self.title or self.key
