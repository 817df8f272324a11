"""A mail on its way: the row is the truth about it, from the deed that caused it to the answer."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.notifications import registry
from partnership.notifications.choices import UNFINISHED, WAITING, Fault, State
from partnership.notifications.querysets import OutgoingMessageQuerySet


class OutgoingMessage(models.Model):
    """Written finished, in the reader's language, within the transaction of what it tells about.

    `due_at` is the moment from which a sender may take the row. While a sender has it (`claim`
    says which), that is the end of its lease: a sender that died gives the row back by itself.
    One that a sender holds and has not begun still waits.
    `uncertain` counts the tries that ended without an answer, after which it may have arrived.
    The database's clock is the only one that counts here.
    """

    kind = models.CharField(_("kind"), max_length=60)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="outgoing_messages",
        verbose_name=_("recipient"),
    )
    to_address = models.EmailField(_("e-mail"))
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    subject = models.CharField(_("subject"), max_length=300)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(_("HTML"), blank=True)
    calendar = models.TextField(_("calendar entry"), blank=True, default="", db_default="")
    message_id = models.CharField(_("Message-ID"), max_length=150, unique=True)
    dedupe_key = models.CharField(_("key against doubles"), max_length=200, unique=True)
    event = models.CharField(pgettext_lazy("what happened", "event"), max_length=100, blank=True)
    request_id = models.CharField(_("request"), max_length=40, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.PENDING
    )
    due_at = models.DateTimeField(pgettext_lazy("message", "due"), db_default=Now())
    claim = models.UUIDField(_("sender"), null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    uncertain = models.PositiveSmallIntegerField(_("tries without an answer"), default=0)
    fault = models.CharField(_("error"), max_length=20, choices=Fault.choices, blank=True)
    answer = models.TextField(_("answer of the mail server"), blank=True)
    created_at = models.DateTimeField(_("written"), db_default=Now())
    closed_at = models.DateTimeField(_("finished"), null=True, blank=True)
    purged_at = models.DateTimeField(_("text deleted"), null=True, blank=True)

    has_reader = True  # set when claimed: nobody reads what goes to a closed account

    objects: ClassVar[OutgoingMessageQuerySet] = OutgoingMessageQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                name="notifications_message_due",
                condition=Q(state__in=UNFINISHED),
            ),
            models.Index(fields=["state", "-id"], name="notifications_message_state"),
            models.Index(
                fields=["kind", "event"],
                name="notifications_message_event",
                condition=~Q(event=""),
            ),
            models.Index(fields=["closed_at"], name="notifications_message_closed"),
        ]
        constraints = [
            models.CheckConstraint(
                name="notifications_message_claimed_by_somebody",
                condition=Q(state=State.CLAIMED, claim__isnull=False)
                | Q(state__in=WAITING)
                | ~Q(state__in=UNFINISHED) & Q(claim__isnull=True),
            ),
            models.CheckConstraint(
                name="notifications_message_closed_when_finished",
                condition=Q(state__in=UNFINISHED, closed_at__isnull=True)
                | ~Q(state__in=UNFINISHED) & Q(closed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="notifications_message_one_line_subject",
                condition=~Q(subject__regex=r"[\r\n]"),
            ),
        ]

    def __str__(self) -> str:
        return f"{registry.title(self.kind)} #{self.pk}"

    @property
    def is_secret(self) -> bool:
        """Its text opens an account. A kind nobody knows any more counts as one."""
        return all(kind.is_secret for kind in registry.kinds() if kind.key == self.kind)


def new_message_id() -> str:
    """Return a Message-ID; a message keeps its one through all tries."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    return f"<{uuid.uuid4().hex}@{domain}>"
