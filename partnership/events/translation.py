"""Which texts of events and of what is written to their people exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from partnership.events.models import Event, EventMessage, Reminder


@register(Event)
class EventTranslation(TranslationOptions):
    """A missing text is an empty text: one way to be missing, in the database too."""

    fields = ("title", "summary", "description", "practical_notes", "public_reason", "venue")
    field_options = {name: {"default": {"null": False}} for name in fields}


@register(Reminder)
class ReminderTranslation(TranslationOptions):
    """Words of one's own, in both languages or in none."""

    fields = ("words",)
    field_options = {"words": {"default": {"null": False}}}


@register(EventMessage)
class EventMessageTranslation(TranslationOptions):
    """Needed in both languages."""

    fields = ("subject", "text")
    field_options = {name: {"default": {"null": False}} for name in fields}
