"""A message of the secretariat to a group of people."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.notifications import group_registry
from partnership.notifications.choices import GroupState
from partnership.notifications.querysets import EVENT, GroupMessageQuerySet


class GroupMessage(models.Model):
    """Written in both languages; each reader gets theirs.

    While it is being written to its readers, `reached` is the number of the last person it was
    written to, so that it goes on from there whatever happens; `told` counts them.
    """

    group = models.CharField(_("group of readers"), max_length=60)
    subject_zh_hans = models.CharField(_("subject in Chinese"), max_length=200)
    subject_en = models.CharField(_("subject in English"), max_length=200)
    text_zh_hans = models.TextField(_("text in Chinese"), max_length=5000)
    text_en = models.TextField(_("text in English"), max_length=5000)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=GroupState.choices,
        default=GroupState.DRAFT,
        editable=False,
    )
    expected = models.PositiveIntegerField(_("readers"), null=True, editable=False)
    told = models.PositiveIntegerField(_("written to"), default=0, editable=False)
    reached = models.BigIntegerField(_("last reader"), default=0, editable=False)
    created_at = models.DateTimeField(_("written"), db_default=Now(), editable=False)
    started_at = models.DateTimeField(_("sent on"), null=True, editable=False)
    finished_at = models.DateTimeField(_("finished"), null=True, editable=False)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("sent by"),
    )

    objects: ClassVar[GroupMessageQuerySet] = GroupMessageQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("message to a group")
        verbose_name_plural = _("messages to groups")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="notifications_group_sent_has_readers",
                condition=Q(state=GroupState.DRAFT) | Q(expected__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def subject(self) -> str:
        return str(getattr(self, languages.column("subject")))

    @property
    def text(self) -> str:
        return str(getattr(self, languages.column("text")))

    @property
    def group_title(self) -> str:
        return group_registry.title(self.group)

    @property
    def event(self) -> str:
        """What its notifications and mails say they are about."""
        return f"{EVENT}{self.pk}"
