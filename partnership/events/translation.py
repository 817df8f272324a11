"""Which texts of events, their programme and what is written to their people exist in both
languages."""

from modeltranslation.translator import TranslationOptions, register

from partnership.events.models import Event, EventMessage, Material, Reminder, Session, Speaker


def never_null(*fields: str) -> dict[str, dict[str, dict[str, object]]]:
    """A missing text is an empty text: one way to be missing, in the database too."""
    return {field: {"default": {"null": False}} for field in fields}


@register(Event)
class EventTranslation(TranslationOptions):
    fields = ("title", "summary", "description", "practical_notes", "public_reason", "venue")
    field_options = never_null(*fields)


@register(Session)
class SessionTranslation(TranslationOptions):
    fields = ("title", "description", "room")
    field_options = never_null(*fields)


@register(Speaker)
class SpeakerTranslation(TranslationOptions):
    fields = ("name", "role", "organisation")
    field_options = never_null(*fields)


@register(Material)
class MaterialTranslation(TranslationOptions):
    fields = ("title",)
    field_options = never_null(*fields)


@register(Reminder)
class ReminderTranslation(TranslationOptions):
    """Words of one's own, in both languages or in none."""

    fields = ("words",)
    field_options = never_null(*fields)


@register(EventMessage)
class EventMessageTranslation(TranslationOptions):
    """Needed in both languages."""

    fields = ("subject", "text")
    field_options = never_null(*fields)
