"""Which texts of clean-ups and campaigns exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from outreach.models import Campaign, Cleanup


@register(Cleanup)
class CleanupTranslation(TranslationOptions):
    """A missing text is an empty text."""

    fields = ("beach", "tide_note", "equipment", "safety_notes")
    field_options = {name: {"default": {"null": False}} for name in fields}


@register(Campaign)
class CampaignTranslation(TranslationOptions):
    """Its name is needed in both languages."""

    fields = ("name", "summary")
    field_options = {name: {"default": {"null": False}} for name in fields}
