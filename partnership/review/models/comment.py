"""What was said about one field, and what was answered."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.review.querysets import CommentQuerySet


class FieldComment(models.Model):
    """`path` names the field as the answers do: `story.background`, `indicators.0.value`.

    Until it is shared, which happens when the secretariat returns the submission, only its writer
    and the secretariat see it.
    """

    submission = models.ForeignKey(
        "review.Submission",
        models.CASCADE,
        related_name="comments",
        verbose_name=_("submission"),
    )
    version = models.ForeignKey(
        "review.SubmissionVersion", models.CASCADE, related_name="+", verbose_name=_("version")
    )
    path = models.CharField(_("field"), max_length=100)
    text = models.TextField(_("comment"), max_length=4000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written"), auto_now_add=True)
    shared_at = models.DateTimeField(_("shared with the author"), null=True, blank=True)
    answer = models.TextField(_("answer"), max_length=4000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects: ClassVar = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment on a field")
        verbose_name_plural = _("comments on fields")
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="review_comment_has_text",
                condition=Q(text__gt=""),
            ),
            models.CheckConstraint(
                name="review_comment_answered_by_somebody",
                condition=Q(answer="", answered_at__isnull=True)
                | Q(answer__gt="", answered_at__isnull=False, answered_by__isnull=False),
            ),
            models.CheckConstraint(
                name="review_comment_answered_only_when_shared",
                condition=Q(answer="") | Q(shared_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.path}: {self.text[:60]}"
