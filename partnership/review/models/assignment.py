"""Who judges a submission as an expert, and what they advise."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import one_of
from partnership.review.choices import Recommendation
from partnership.review.querysets import AssignmentQuerySet


class ReviewAssignment(models.Model):
    """Open until the recommendation is given or the reviewer is released."""

    submission = models.ForeignKey(
        "review.Submission",
        models.CASCADE,
        related_name="assignments",
        verbose_name=_("submission"),
    )
    version = models.ForeignKey(
        "review.SubmissionVersion", models.CASCADE, related_name="+", verbose_name=_("version")
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="review_assignments",
        verbose_name=_("reviewer"),
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assigned by")
    )
    assigned_at = models.DateTimeField(_("assigned"), auto_now_add=True)
    due_on = models.DateField(_("due"))
    reminded_on = models.DateField(_("reminded"), null=True, blank=True)
    recommendation = models.CharField(
        _("recommendation"), max_length=30, choices=Recommendation.choices, blank=True
    )
    remark = models.TextField(_("remark for the secretariat"), blank=True)
    done_at = models.DateTimeField(_("given"), null=True, blank=True)
    released_at = models.DateTimeField(_("released"), null=True, blank=True)
    released_because = models.TextField(_("reason of the release"), blank=True)

    objects: ClassVar = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("review assignment")
        verbose_name_plural = _("review assignments")
        ordering = ["assigned_at", "pk"]
        constraints = [
            one_of(
                "recommendation",
                Recommendation,
                name="review_assignment_recommendation_known",
                blank=True,
            ),
            models.CheckConstraint(
                name="review_assignment_done_with_recommendation",
                condition=Q(done_at__isnull=True, recommendation="")
                | Q(done_at__isnull=False, recommendation__gt=""),
            ),
            models.CheckConstraint(
                name="review_assignment_released_or_done",
                condition=Q(released_at__isnull=True) | Q(done_at__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["submission", "reviewer"],
                condition=Q(done_at__isnull=True, released_at__isnull=True),
                name="review_assignment_one_open_a_reviewer",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission}: {self.reviewer}"

    @property
    def is_open(self) -> bool:
        return self.done_at is None and self.released_at is None

    @property
    def is_overdue(self) -> bool:
        return self.is_open and self.due_on < timezone.localdate()
