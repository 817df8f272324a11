"""An object whose texts exist in both languages, as lists show it."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.translations import declared
from partnership.translations.querysets import TranslatedObjectQuerySet


class TranslatedObject(models.Model):
    """Titles, the language it was written in, and how many of its texts are in which state.

    The counts are kept ready, so that the matrix reads one narrow row an object. `stale_since` is
    the oldest unnoticed change of a source, `behind_since` the latest change that the public
    translation does not know of: readers are told of it.
    """

    kind = models.CharField(_("kind"), max_length=30)
    content_type = models.ForeignKey(ContentType, models.CASCADE, verbose_name=_("kind of object"))
    object_id = models.BigIntegerField(_("object's number"))
    source_language = models.CharField(
        _("written in"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    title_zh_hans = models.CharField(_("title (Chinese)"), max_length=300, blank=True)
    title_en = models.CharField(_("title (English)"), max_length=300, blank=True)
    is_public = models.BooleanField(_("translation is public"), default=False)

    missing = models.PositiveIntegerField(_("missing"), default=0)
    draft = models.PositiveIntegerField(_("drafts"), default=0)
    in_review = models.PositiveIntegerField(_("in review"), default=0)
    approved = models.PositiveIntegerField(
        pgettext_lazy("state of a translation", "approved"), default=0
    )
    stale = models.PositiveIntegerField(_("out of date"), default=0)
    not_needed = models.PositiveIntegerField(_("not needed"), default=0)
    warnings = models.PositiveIntegerField(_("warnings"), default=0)
    stale_since = models.DateTimeField(_("out of date since"), null=True, blank=True)
    behind_since = models.DateTimeField(_("source changed"), null=True, blank=True)

    objects: ClassVar = TranslatedObjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="translations_object_once"),
        ]
        indexes = [
            models.Index(
                models.F("stale_since").asc(nulls_last=True), "id", name="translations_object_list"
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.kind} {self.object_id}"

    @property
    def title(self) -> str:
        """The title in the reader's language, else in the other one."""
        wanted = (languages.current(), languages.other())
        return next(filter(None, (getattr(self, languages.column("title", c)) for c in wanted)), "")

    @property
    def language(self) -> str:
        """The language it is translated into."""
        return languages.other(self.source_language)

    @property
    def open(self) -> int:
        """How many of its texts wait for somebody."""
        return self.missing + self.draft + self.in_review + self.stale

    @property
    def declared(self) -> declared.Translated:
        return declared.of_kind(self.kind)

    @property
    def admin_url(self) -> str:
        """The address of the object's own form."""
        meta = self.declared.model._meta
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[self.object_id])

    def thing(self) -> Any:
        """Return the object itself."""
        return self.declared.model._base_manager.get(pk=self.object_id)
