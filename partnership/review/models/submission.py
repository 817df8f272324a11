"""Something a person hands in for judgement: a case, a report, a survey, a profile."""

import uuid
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.constraints import one_of
from partnership.review import subjects
from partnership.review.choices import (
    CLOSED,
    NEVER_SUBMITTED,
    TONES,
    WITH_AUTHOR,
    WITH_DESK,
    State,
    Step,
)
from partnership.review.querysets import SubmissionQuerySet

if TYPE_CHECKING:
    from partnership.review.models.version import SubmissionVersion


def person(verbose_name: Any) -> models.ForeignKey:
    """Return a key to a person; accounts are closed, never deleted."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=verbose_name,
    )


class Submission(models.Model):
    """`subject` names what kind of thing it is (`subjects.py`), which alone knows its fields, who
    speaks for it and what acceptance does.

    `answers` is the working copy, exactly as typed: parts of fields, `{part: {field: text}}`, or
    lists of those for parts with rows. `revision` counts its savings and guards against two
    windows overwriting each other; `window` names the one that saved last, which may repeat a
    saving whose answer it never received.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subject = models.CharField(_("kind of submission"), max_length=40)
    language = models.CharField(_("written in"), max_length=10, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=200, blank=True)
    answers = models.JSONField(_("answers"), default=dict)
    revision = models.PositiveIntegerField(_("revision"), default=0)
    window = models.CharField(max_length=40, blank=True)

    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.DRAFT)
    step = models.CharField(_("step"), max_length=20, choices=Step.choices, blank=True)
    due_on = models.DateField(_("due"), null=True, blank=True)
    reminded_on = models.DateField(_("reminded"), null=True, blank=True)

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="submissions",
        verbose_name=_("author"),
    )
    saved_by = person(_("saved by"))
    handler = person(_("looked after by"))
    accepted_by = person(_("accepted by"))

    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    saved_at = models.DateTimeField(_("saved"), default=timezone.now)
    submitted_at = models.DateTimeField(_("submitted"), null=True, blank=True)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    notice_from = models.DateField(_("on notice from"), null=True, blank=True)
    notice_until = models.DateField(_("on notice until"), null=True, blank=True)
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    message = models.TextField(_("message of the secretariat"), blank=True)
    reason = models.TextField(_("reason for closing"), blank=True)

    objects: ClassVar[Any] = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        constraints = [
            one_of("state", State, name="review_submission_state_known"),
            one_of("step", Step, name="review_submission_step_known", blank=True),
            models.CheckConstraint(
                name="review_submission_step_while_in_review",
                condition=Q(state=State.IN_REVIEW, step__gt="")
                | ~Q(state=State.IN_REVIEW) & Q(step=""),
            ),
            models.CheckConstraint(
                name="review_submission_submitted_since",
                condition=Q(state__in=[*NEVER_SUBMITTED, State.WITHDRAWN])
                | Q(submitted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="review_submission_accepted_since",
                condition=~Q(state__in=[State.ACCEPTED, State.ON_NOTICE, State.PUBLISHED])
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
            ),
            models.CheckConstraint(
                name="review_submission_notice_in_order",
                condition=Q(notice_from__isnull=True, notice_until__isnull=True)
                | Q(notice_from__isnull=False, notice_until__gt=F("notice_from")),
            ),
            models.CheckConstraint(
                name="review_submission_on_notice_with_dates",
                condition=~Q(state=State.ON_NOTICE) | Q(notice_from__isnull=False),
            ),
            models.CheckConstraint(
                name="review_submission_closed_with_reason",
                condition=~Q(state__in=[State.DECLINED, State.WITHDRAWN])
                | Q(closed_at__isnull=False, reason__gt=""),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_on"], name="review_submission_due"),
            models.Index(fields=["subject", "state"], name="review_submission_kind"),
        ]

    def __str__(self) -> str:
        return self.title or str(_("Untitled: %(kind)s") % {"kind": self.kind.name})

    @property
    def kind(self) -> subjects.Subject:
        return subjects.get(self.subject)

    @property
    def receipt(self) -> str:
        """What people quote when they ask; given with the first submitting."""
        return f"R{self.created_at:%Y}-{self.pk:05d}"

    @property
    def language_tag(self) -> str:
        """What HTML calls the language of the text."""
        return languages.tag(self.language)

    @property
    def is_with_author(self) -> bool:
        return self.state in WITH_AUTHOR

    @property
    def is_with_desk(self) -> bool:
        return self.state in WITH_DESK

    @property
    def is_closed(self) -> bool:
        return self.state in CLOSED

    @property
    def is_overdue(self) -> bool:
        return self.due_on is not None and self.due_on < timezone.localdate()

    @property
    def is_notice_over(self) -> bool:
        """Nobody may object any more, and it is not published yet."""
        last = self.notice_until if self.state == State.ON_NOTICE else None
        return last is not None and last < timezone.localdate()

    @property
    def tone(self) -> str:
        """How the badge of the state is coloured."""
        return TONES.get(State(self.state), "")

    @property
    def state_in_words(self) -> str:
        return self.get_step_display() if self.step else self.get_state_display()

    @property
    def latest_version(self) -> "SubmissionVersion | None":
        """What was submitted last; a draft has none."""
        return self.versions.order_by("-number").first()
