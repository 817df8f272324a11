"""A reminder by rule: so many hours before or after something of the event."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import filled, one_of
from partnership.core.models import TimeStamped
from partnership.events.choices import Audience, ReminderRule, ReminderState
from partnership.events.reminder_querysets import ReminderQuerySet


class Reminder(TimeStamped):
    """`due_at` is worked out from rule, hours and the event's present times whenever one of them
    is saved; `actions.renew_reminders` does it when the event moves."""

    event = models.ForeignKey(
        "events.Event", models.CASCADE, verbose_name=_("event"), related_name="reminders"
    )
    rule = models.CharField(
        pgettext_lazy("reminder", "when"), max_length=20, choices=ReminderRule.choices
    )
    hours = models.PositiveSmallIntegerField(
        pgettext_lazy("reminder", "hours"), validators=[MaxValueValidator(24 * 90)]
    )
    audience = models.CharField(
        pgettext_lazy("reminder", "to whom"),
        max_length=12,
        choices=Audience.choices,
        default=Audience.CONFIRMED,
    )
    words = models.TextField(
        _("words of your own"),
        blank=True,
        max_length=1000,
        help_text=_("Added to the text of the reminder; give them in both languages or in none."),
    )
    due_at = models.DateTimeField(pgettext_lazy("message", "due"), editable=False)
    state = models.CharField(
        pgettext_lazy("reminder", "state"),
        max_length=10,
        choices=ReminderState.choices,
        default=ReminderState.SCHEDULED,
        editable=False,
    )

    objects: ClassVar = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["due_at", "pk"]
        constraints = [
            one_of("rule", ReminderRule, name="events_reminder_rule_known"),
            one_of("audience", Audience, name="events_reminder_audience_known"),
            one_of("state", ReminderState, name="events_reminder_state_known"),
            models.CheckConstraint(
                name="events_reminder_words_in_both_languages",
                condition=filled("words_zh_hans", "words_en")
                | models.Q(words_zh_hans="", words_en=""),
                violation_error_message=_("Give your words in both languages or in none."),
            ),
            models.UniqueConstraint(
                fields=["event", "rule", "hours", "audience"],
                name="events_reminder_once",
                violation_error_message=_("There is such a reminder already."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                name="events_reminder_due",
                condition=models.Q(state=ReminderState.SCHEDULED),
            ),
        ]

    def __str__(self) -> str:
        return str(_("%(rule)s, %(hours)d hours")) % {
            "rule": self.get_rule_display(),
            "hours": self.hours,
        }

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.due_at = self.moment()
        super().save(*args, **kwargs)

    def moment(self) -> datetime:
        """Return when the reminder is due by the event's present times."""
        away = timedelta(hours=self.hours)
        if self.rule == ReminderRule.AFTER_END:
            return self.event.ends_at + away
        if self.rule == ReminderRule.BEFORE_DEADLINE:
            return self.event.registration_ends_at - away
        return self.event.starts_at - away
