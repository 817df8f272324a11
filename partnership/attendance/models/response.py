"""What somebody answered, without who it was."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class EvaluationTurn(models.Model):
    """That somebody has answered, once. Nothing leads from here to what they said: neither a key
    nor a moment, and responses are kept under random numbers."""

    registration = models.OneToOneField(
        "events.Registration",
        models.PROTECT,
        verbose_name=_("registration"),
        related_name="evaluation_turn",
    )

    class Meta:
        verbose_name = _("turn at an evaluation")
        verbose_name_plural = _("turns at evaluations")

    def __str__(self) -> str:
        return str(self.registration)


class Response(models.Model):
    """The answers of one person, whoever it was."""

    id = models.UUIDField(_("number"), primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(
        "attendance.Plan",
        models.PROTECT,
        verbose_name=_("attendance plan"),
        related_name="responses",
    )

    class Meta:
        verbose_name = pgettext_lazy("evaluation", "response")
        verbose_name_plural = pgettext_lazy("evaluation", "responses")

    def __str__(self) -> str:
        return str(self.pk)


class Answer(models.Model):
    """A rating from 1 to 5, or words."""

    response = models.ForeignKey(
        "attendance.Response",
        models.CASCADE,
        verbose_name=pgettext_lazy("evaluation", "response"),
        related_name="answers",
    )
    question = models.ForeignKey(
        "attendance.Question",
        models.PROTECT,
        verbose_name=pgettext_lazy("evaluation", "question"),
        related_name="answers",
    )
    rating = models.PositiveSmallIntegerField(_("rating"), null=True, blank=True)
    text = models.TextField(pgettext_lazy("evaluation", "words"), blank=True)

    class Meta:
        verbose_name = pgettext_lazy("evaluation", "answer")
        verbose_name_plural = pgettext_lazy("evaluation", "answers")
        constraints = [
            models.UniqueConstraint(
                fields=["response", "question"], name="attendance_answer_once_a_question"
            ),
            models.CheckConstraint(
                name="attendance_answer_rating_of_five",
                condition=Q(rating__isnull=True) | Q(rating__gte=1, rating__lte=5),
            ),
        ]

    def __str__(self) -> str:
        return self.text or str(self.rating or "–")
