"""What a person finds in the portal, whatever became of the mail about it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.notifications import registry
from partnership.notifications.querysets import NotificationQuerySet


class Notification(models.Model):
    """One thing told to one person, once: `event` says what happened.

    Title and path are kept in both languages, so that a page never shows the other one.
    `waits_for_digest`: the person wants a daily mail, and this is not in one yet.
    """

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="notifications",
        verbose_name=_("recipient"),
    )
    kind = models.CharField(_("kind"), max_length=60)
    title_zh_hans = models.CharField(_("title in Chinese"), max_length=300)
    title_en = models.CharField(_("title in English"), max_length=300)
    path_zh_hans = models.CharField(_("path in Chinese"), max_length=300)
    path_en = models.CharField(_("path in English"), max_length=300)
    event = models.CharField(pgettext_lazy("what happened", "event"), max_length=100)
    waits_for_digest = models.BooleanField(_("waits for the daily mail"), default=False)
    created_at = models.DateTimeField(_("written"), db_default=Now())
    read_at = models.DateTimeField(_("read on"), null=True, blank=True)

    objects: ClassVar[NotificationQuerySet] = NotificationQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        indexes = [
            models.Index(fields=["recipient", "-created_at"], name="notifications_of_person"),
            models.Index(
                fields=["recipient"], name="notifications_unread", condition=Q(read_at=None)
            ),
            models.Index(
                fields=["created_at"],
                name="notifications_for_digest",
                condition=Q(waits_for_digest=True),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "kind", "event"], name="notifications_told_once"
            ),
            models.CheckConstraint(
                name="notifications_read_is_told",
                condition=Q(read_at__isnull=True) | Q(waits_for_digest=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return str(getattr(self, languages.column("title")))

    @property
    def path(self) -> str:
        return str(getattr(self, languages.column("path")))

    @property
    def kind_title(self) -> str:
        return registry.title(self.kind)
