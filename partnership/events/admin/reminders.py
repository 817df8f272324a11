"""Reminders on the form of their event."""

from partnership.core.admin import TranslatedStackedRows
from partnership.core.admin.pairs import pair
from partnership.events.models import Reminder


class ReminderRows(TranslatedStackedRows):
    """When each is due and what became of it stands beside its rule."""

    model = Reminder
    readonly_fields = ("due_at", "state")
    fieldsets = (
        (
            None,
            {"fields": (("rule", "hours"), ("audience", "state", "due_at"), pair("words"))},
        ),
    )
