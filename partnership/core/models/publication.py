"""Publication per language: a text may be public in Chinese before it is in English."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.core import languages


class PublicationQuerySet(models.QuerySet):
    """The questions every published thing is asked."""

    def published(self) -> Self:
        """Public in at least one language."""
        return self.filter(public_since__isnull=False)

    def published_in(self, language: str) -> Self:
        """Public in this language."""
        return self.filter(**{f"{publication_field(language)}__isnull": False})

    def withdrawn(self) -> Self:
        """Public once, in some language, and no more."""
        return self.filter(withdrawn_at__isnull=False)

    def latest_first(self) -> Self:
        """In the order of the index that every publication has."""
        return self.order_by("-public_since", "-pk")


def publication_field(language: str) -> str:
    """Return the field that says since when an object is public in `language`."""
    return f"published_{languages.SUFFIXES[language]}_at"


class Publication(models.Model):
    """Since when an object is public, per language and at all.

    `public_since` is set if and only if at least one language is public; it orders lists and
    is what an outsider's query asks, so a draft cannot be reached by forgetting a language.
    `withdrawn_at` is when what was public ceased to be so altogether; its address says so.
    Only the app's publish and withdraw actions write these four fields.
    """

    published_zh_hans_at = models.DateTimeField(
        _("published in Chinese"), null=True, blank=True, editable=False
    )
    published_en_at = models.DateTimeField(
        _("published in English"), null=True, blank=True, editable=False
    )
    public_since = models.DateTimeField(_("public since"), null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_public_since_if_published",
                condition=Q(
                    public_since__isnull=True,
                    published_zh_hans_at__isnull=True,
                    published_en_at__isnull=True,
                )
                | Q(public_since__isnull=False)
                & (Q(published_zh_hans_at__isnull=False) | Q(published_en_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_withdrawn_or_public",
                condition=Q(withdrawn_at__isnull=True) | Q(public_since__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["-public_since", "-id"],
                name="%(app_label)s_%(class)s_latest",
            ),
        ]

    @property
    def published_languages(self) -> list[str]:
        return [code for code in languages.LANGUAGES if self.published_at(code)]

    @property
    def is_public(self) -> bool:
        return self.public_since is not None

    def published_at(self, language: str) -> datetime | None:
        return getattr(self, publication_field(language))

    def set_published(self, language: str, moment: datetime | None) -> None:
        """Note that `language` is public since `moment`, or no longer (None); does not save."""
        setattr(self, publication_field(language), moment)
        if not self.published_languages:
            self.public_since, self.withdrawn_at = None, timezone.now()
        elif self.public_since is None:
            self.public_since, self.withdrawn_at = moment, None
