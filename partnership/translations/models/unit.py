"""One text of one object in the language it is translated into."""

from typing import ClassVar

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped
from partnership.translations.choices import State
from partnership.translations.declared import Part
from partnership.translations.models.translated_object import TranslatedObject
from partnership.translations.querysets import UnitQuerySet


class TranslationUnit(TimeStamped):
    """The text itself stays in the object's column; here stands what is known about it.

    `source_hash`, `source_text` and `text_hash` are those of source and translation when the
    translation was approved; `source_now` and `text_now` those the object has now. A `draft` is
    what a translator works on: it is written into the object when it is approved, so that nobody
    reads it before. `draft_source` is the hash of the source it was made from.
    """

    translated = models.ForeignKey(
        TranslatedObject, models.CASCADE, related_name="units", verbose_name=_("object")
    )
    content_type = models.ForeignKey(
        ContentType, models.CASCADE, related_name="+", verbose_name=_("kind of object")
    )
    object_id = models.BigIntegerField(_("object's number"))
    field = models.CharField(_("field"), max_length=60)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    state = models.CharField(_("state"), max_length=12, choices=State.choices)

    source_hash = models.CharField(_("source when approved (hash)"), max_length=32, blank=True)
    source_text = models.TextField(_("source when approved"), blank=True)
    text_hash = models.CharField(_("translation when approved (hash)"), max_length=32, blank=True)
    source_now = models.CharField(_("source now (hash)"), max_length=32, blank=True)
    text_now = models.CharField(_("translation now (hash)"), max_length=32, blank=True)
    stale_since = models.DateTimeField(_("out of date since"), null=True, blank=True)
    source_changed_at = models.DateTimeField(_("source changed"), null=True, blank=True)
    is_behind = models.BooleanField(_("the text shown is behind its source"), default=False)
    is_excused = models.BooleanField(_("needs no translation"), default=False)

    draft = models.TextField(_("draft"), blank=True)
    draft_source = models.CharField(_("source of the draft (hash)"), max_length=32, blank=True)
    is_submitted = models.BooleanField(_("sent to review"), default=False)
    warnings = models.PositiveSmallIntegerField(_("warnings"), default=0)
    note = models.TextField(_("note"), blank=True)

    translator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("translated by"),
    )
    translated_at = models.DateTimeField(_("translated"), null=True, blank=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=pgettext_lazy("translation", "approved by"),
    )
    approved_at = models.DateTimeField(
        pgettext_lazy("translation", "approved"), null=True, blank=True
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("given to"),
    )
    due_on = models.DateField(_("due"), null=True, blank=True)

    objects: ClassVar = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("text to translate")
        verbose_name_plural = _("texts to translate")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field", "language"],
                name="translations_unit_once",
            ),
            one_of("state", State, name="translations_unit_state_known"),
            models.CheckConstraint(
                name="translations_unit_stale_has_day",
                condition=~Q(state=State.STALE) | Q(stale_since__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["assigned_to", "translated"],
                condition=Q(assigned_to__isnull=False),
                name="translations_unit_assigned",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.translated}: {self.label}"

    @property
    def part(self) -> Part:
        model = self.content_type.model_class()
        return self.translated.declared.part_of(model._meta.label_lower if model else "")

    @property
    def label(self) -> str:
        return self.part.field_label(self.field)

    @property
    def column(self) -> str:
        """The column the translation stands in."""
        return languages.column(self.field, self.language)

    @property
    def source_column(self) -> str:
        return languages.column(self.field, languages.other(self.language))
