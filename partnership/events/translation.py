"""Which texts of an event exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from partnership.events.models import Event


@register(Event)
class EventTranslation(TranslationOptions):
    """A missing text is an empty text: one way to be missing, in the database too."""

    fields = ("title", "summary", "description", "practical_notes", "public_reason", "venue")
    field_options = {name: {"default": {"null": False}} for name in fields}
