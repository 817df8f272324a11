"""Which texts of the portal exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from partnership.portal.models import News, Page


@register([Page, News])
class TextTranslation(TranslationOptions):
    """A missing text is an empty text: one way to be missing, in the database too."""

    fields = ("title", "summary", "body")
    field_options = {field: {"default": {"null": False}} for field in fields}
