"""Which texts of attendance exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from partnership.attendance.models import Question


@register(Question)
class QuestionTranslation(TranslationOptions):
    fields = ("text",)
    field_options = {"text": {"default": {"null": False}}}
