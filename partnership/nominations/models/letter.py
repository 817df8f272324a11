"""Letters of invitation: their words, their numbers, and each as it was sent."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import filled, one_of
from partnership.core.models import TimeStamped
from partnership.nominations.choices import FOR_PEOPLE, LetterKind
from partnership.nominations.letter_querysets import LetterQuerySet


class LetterTemplate(TimeStamped):
    """The secretariat's words for one kind of letter; without a row, those of `letter_texts` hold.

    `version` refuses the later of two editors.
    """

    kind = models.CharField(
        pgettext_lazy("letter", "kind"), max_length=12, choices=LetterKind.choices, unique=True
    )
    title = models.CharField(_("title"), max_length=120)
    body = models.TextField(
        _("text"),
        max_length=6000,
        help_text=_(
            "Paragraphs are separated by an empty line. Filled in: {name}, {position}, "
            "{organisation}, {event}, {when}, {where}, {host}, {deadline}, {passport_name}."
        ),
    )
    signature = models.CharField(_("signature"), max_length=200)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        verbose_name = _("text of letters")
        verbose_name_plural = _("texts of letters")
        constraints = [
            one_of("kind", LetterKind, name="nominations_lettertemplate_kind_known"),
            models.CheckConstraint(
                name="nominations_lettertemplate_in_both_languages",
                condition=filled(
                    "title_zh_hans",
                    "title_en",
                    "body_zh_hans",
                    "body_en",
                    "signature_zh_hans",
                    "signature_en",
                ),
                violation_error_message=_("A letter is in Chinese and in English: give both."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class LetterSeries(models.Model):
    """The last number of a year. Whoever takes the next one locks the row and counts it up in the
    transaction that writes the letter: a letter that is not written takes no number."""

    year = models.PositiveSmallIntegerField(_("year"), unique=True)
    last = models.PositiveIntegerField(_("last number"), default=0)

    class Meta:
        verbose_name = _("numbers of letters")
        verbose_name_plural = _("numbers of letters")

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


class Letter(TimeStamped):
    """A letter as it was sent: `texts` are its finished words in both languages, so that a change of
    the template changes no letter. It is never deleted, for its number would be missing; a later
    one may take its place."""

    uid = models.UUIDField(_("random name"), default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(
        pgettext_lazy("letter", "kind"), max_length=12, choices=LetterKind.choices
    )
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveIntegerField(_("number"))
    event = models.ForeignKey(
        "events.Event", models.PROTECT, verbose_name=_("Event"), related_name="letters"
    )
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="letters",
        null=True,
        blank=True,
    )
    registration = models.ForeignKey(
        "events.Registration",
        models.PROTECT,
        verbose_name=_("registration"),
        related_name="letters",
        null=True,
        blank=True,
    )
    recipient_name = models.CharField(pgettext_lazy("letter", "to"), max_length=200, blank=True)
    texts = models.JSONField(_("words"), default=dict)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("issued by"), related_name="+"
    )
    issued_at = models.DateTimeField(pgettext_lazy("letter", "issued"))
    replaced_by = models.OneToOneField(
        "self",
        models.PROTECT,
        verbose_name=_("replaced by"),
        related_name="replaces",
        null=True,
        blank=True,
    )
    anonymised_at = models.DateTimeField(_("personal data deleted"), null=True, blank=True)

    objects: ClassVar = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation letter")
        verbose_name_plural = _("invitation letters")
        constraints = [
            one_of("kind", LetterKind, name="nominations_letter_kind_known"),
            models.UniqueConstraint(fields=["year", "number"], name="nominations_letter_number"),
            models.CheckConstraint(
                name="nominations_letter_to_a_person_or_an_organisation",
                condition=Q(kind__in=sorted(FOR_PEOPLE), registration__isnull=False)
                | Q(kind=LetterKind.ORGANISATION, organisation__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """Name nobody: the history keeps this text for years."""
        return self.number_text

    @property
    def number_text(self) -> str:
        """The number as it stands on the letter, in the reader's language."""
        return str(_("Invitation No. %(year)d-%(number)d")) % {
            "year": self.year,
            "number": self.number,
        }
