"""Something all people of an event have to be told."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import one_of
from partnership.events.choices import NoticeKind
from partnership.events.registration_querysets import NoticeQuerySet


class Notice(models.Model):
    """Written with the deed it tells about, worked off in parts: there may be thousands to tell.

    `reached` is the last registration that was told; it moves in the same transaction as the
    messages, so that nobody is left out or told twice, whoever dies.
    """

    event = models.ForeignKey(
        "events.Event", models.PROTECT, verbose_name=_("event"), related_name="notices"
    )
    kind = models.CharField(
        pgettext_lazy("notice", "kind"), max_length=12, choices=NoticeKind.choices
    )
    reminder = models.ForeignKey(
        "events.Reminder",
        models.CASCADE,
        verbose_name=_("reminder"),
        related_name="notices",
        null=True,
        blank=True,
    )
    message = models.OneToOneField(
        "events.EventMessage",
        models.CASCADE,
        verbose_name=_("message"),
        related_name="notice",
        null=True,
        blank=True,
    )
    reached = models.PositiveBigIntegerField(_("told up to"), default=0)
    told = models.PositiveIntegerField(_("people told"), default=0)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects: ClassVar = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice to the people of an event")
        verbose_name_plural = _("notices to the people of events")
        constraints = [
            one_of("kind", NoticeKind, name="events_notice_kind_known"),
            models.CheckConstraint(
                name="events_notice_says_what",
                condition=Q(kind=NoticeKind.REMINDER, reminder__isnull=False)
                | Q(kind=NoticeKind.MESSAGE, message__isnull=False)
                | ~Q(kind__in=[NoticeKind.REMINDER, NoticeKind.MESSAGE]),
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                name="events_notice_unfinished",
                condition=Q(finished_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.event}"
