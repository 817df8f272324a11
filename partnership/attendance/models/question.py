"""What people are asked after an event."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.attendance.choices import QuestionKind
from partnership.core import languages
from partnership.core.constraints import filled, one_of


class Question(models.Model):
    """In both languages, since people answer in theirs."""

    plan = models.ForeignKey(
        "attendance.Plan",
        models.CASCADE,
        verbose_name=_("attendance plan"),
        related_name="questions",
    )
    kind = models.CharField(
        pgettext_lazy("question", "kind"),
        max_length=6,
        choices=QuestionKind.choices,
        default=QuestionKind.RATING,
    )
    text = models.CharField(pgettext_lazy("question", "question"), max_length=300)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = pgettext_lazy("evaluation", "question")
        verbose_name_plural = pgettext_lazy("evaluation", "questions")
        ordering = ["order", "pk"]
        constraints = [
            one_of("kind", QuestionKind, name="attendance_question_kind_known"),
            models.CheckConstraint(
                name="attendance_question_in_both_languages",
                condition=filled(*(languages.column("text", code) for code in languages.LANGUAGES)),
                violation_error_message=_("Ask in Chinese and in English."),
            ),
        ]

    def __str__(self) -> str:
        return self.text
