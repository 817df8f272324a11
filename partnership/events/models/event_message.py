"""A message of the secretariat, in its own words, to people of an event."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import filled, one_of
from partnership.core.models import TimeStamped
from partnership.events.choices import Audience, MessageState


class EventMessage(TimeStamped):
    """Written in both languages; each reader gets theirs, with an account or without.

    How far it has come says its `Notice`, which exists once it was sent.
    """

    event = models.ForeignKey(
        "events.Event", models.PROTECT, verbose_name=_("event"), related_name="messages"
    )
    audience = models.CharField(
        _("to whom"), max_length=12, choices=Audience.choices, default=Audience.CONFIRMED
    )
    subject = models.CharField(_("subject"), max_length=150, blank=True)
    text = models.TextField(_("text"), max_length=5000, blank=True)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=MessageState.choices,
        default=MessageState.DRAFT,
        editable=False,
    )
    expected = models.PositiveIntegerField(_("readers"), null=True, editable=False)
    sent_at = models.DateTimeField(_("sent on"), null=True, editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("sent by"),
    )

    class Meta:
        verbose_name = _("message to the people of an event")
        verbose_name_plural = _("messages to the people of events")
        ordering = ["-id"]
        constraints = [
            one_of("audience", Audience, name="events_message_audience_known"),
            one_of("state", MessageState, name="events_message_state_known"),
            models.CheckConstraint(
                name="events_message_in_both_languages",
                condition=filled("subject_zh_hans", "subject_en", "text_zh_hans", "text_en"),
                violation_error_message=_(
                    "Each reader gets it in their language: give subject and text in both."
                ),
            ),
            models.CheckConstraint(
                name="events_message_sent_has_readers",
                condition=Q(state=MessageState.DRAFT) | Q(expected__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.subject
