"""A picture and the right to show it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped
from partnership.documents.choices import Licence, People
from partnership.documents.querysets import PictureQuerySet


class Picture(TimeStamped):
    """Public only while its rights are in order (`PictureQuerySet.clear`) and a public page shows it.

    `withdrawn_at` takes it off every page at once, whatever the rights are.
    """

    file = models.OneToOneField(
        "documents.StoredFile", models.PROTECT, related_name="picture", verbose_name=_("file")
    )
    author = models.CharField(
        _("author"), max_length=120, blank=True, help_text=_("Who took or drew it.")
    )
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, blank=True)
    credit = models.CharField(
        _("credit line"),
        max_length=200,
        blank=True,
        help_text=_("What has to stand beside the picture, beyond author and licence."),
    )
    alt_text = models.CharField(
        _("text in place of the picture"),
        max_length=300,
        blank=True,
        help_text=_("What can be seen, for people who do not see it: one or two sentences."),
    )
    people = models.CharField(
        _("people"),
        max_length=10,
        choices=People.choices,
        blank=True,
        help_text=_("Look at the picture before you choose. Minors are under 18."),
    )
    consents = models.ManyToManyField(
        "documents.Consent",
        related_name="pictures",
        blank=True,
        verbose_name=_("consents"),
        help_text=_("Of everybody who can be recognised; for minors, of a guardian."),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)

    alt_text_zh_hans: str  # these two columns are modeltranslation's
    alt_text_en: str

    objects: ClassVar = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            one_of("licence", Licence, name="documents_picture_licence_known", blank=True),
            one_of("people", People, name="documents_picture_people_known", blank=True),
        ]
        indexes = [models.Index(fields=["-created_at", "-id"], name="documents_picture_newest")]

    def __str__(self) -> str:
        return self.alt_text or str(self.file)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None
