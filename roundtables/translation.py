"""Which texts of a roundtable dialogue exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from roundtables.models import Roundtable


@register(Roundtable)
class RoundtableTranslation(TranslationOptions):
    """A missing text is an empty text."""

    fields = ("questions", "zero_waste", "outcome")
    field_options = {name: {"default": {"null": False}} for name in fields}
