"""A file handed to a translator outside the portal."""

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.translations.models.translated_object import TranslatedObject


def new_key() -> str:
    return secrets.token_hex(6)


class Handout(models.Model):
    """What stood in the file, so that it is known what came back.

    `rows` are pairs: the number of a text and the hash of its source when the file was made.
    """

    key = models.CharField(_("key"), max_length=12, unique=True, default=new_key)
    translated = models.ForeignKey(
        TranslatedObject, models.CASCADE, related_name="handouts", verbose_name=_("object")
    )
    title = models.CharField(_("title when the file was made"), max_length=300, blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    rows = models.JSONField(_("texts"), default=list)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        verbose_name=_("made by"),
    )
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    returned_file = models.ForeignKey(
        "documents.StoredFile",
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("file that came back"),
    )

    objects: ClassVar = models.Manager()

    class Meta:
        verbose_name = _("file for a translator")
        verbose_name_plural = _("files for translators")

    def __str__(self) -> str:
        return f"{self.key} {self.title}".rstrip()
