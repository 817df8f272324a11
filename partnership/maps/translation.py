"""Which texts of an approved map exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from partnership.maps.models import ApprovedMap


@register(ApprovedMap)
class ApprovedMapTranslation(TranslationOptions):
    fields = ("name", "attribution")
    required_languages = ("zh-hans", "en")
    field_options = {field: {"default": {"null": False}} for field in fields}
