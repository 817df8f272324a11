"""Which texts exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from partnership.nominations.models import LetterTemplate


@register(LetterTemplate)
class LetterTemplateTranslation(TranslationOptions):
    """A missing text is an empty text."""

    fields = ("title", "body", "signature")
    field_options = {name: {"default": {"null": False}} for name in fields}
