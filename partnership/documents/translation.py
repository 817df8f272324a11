"""Which texts of a picture exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from partnership.documents.models import Picture


@register(Picture)
class PictureTranslation(TranslationOptions):
    fields = ("credit", "alt_text")
    field_options = {field: {"default": {"null": False}} for field in fields}
