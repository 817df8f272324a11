"""What was submitted, as it was."""

import hashlib
import json
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.review.querysets import VersionQuerySet


class SubmissionVersion(models.Model):
    """A copy made at each submitting; the database refuses to change it."""

    submission = models.ForeignKey(
        "review.Submission",
        models.CASCADE,
        related_name="versions",
        verbose_name=_("submission"),
    )
    number = models.PositiveSmallIntegerField(_("version"))
    language = models.CharField(_("written in"), max_length=10, choices=settings.LANGUAGES)
    answers = models.JSONField(_("answers"))
    digest = models.CharField(_("digest"), max_length=64)
    note = models.TextField(_("note to the secretariat"), blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("submitted by"),
    )
    submitted_at = models.DateTimeField(_("submitted"), auto_now_add=True)

    objects: ClassVar = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submitted version")
        verbose_name_plural = _("submitted versions")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "number"], name="review_version_number_of_submission"
            ),
        ]

    def __str__(self) -> str:
        return _("Version %(number)s") % {"number": self.number}


def digest_of(answers: dict) -> str:
    """Return the SHA-256 of the answers in one canonical spelling, as 64 hexadecimal digits."""
    canonical = json.dumps(answers, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
