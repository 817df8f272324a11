"""Which texts of trainings and sites exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from monitoring.models import SiteSurrounding, SurveySite, Trainer, Training


@register(Training)
class TrainingTranslation(TranslationOptions):
    """A missing text is an empty text."""

    fields = ("topics", "methods", "prerequisites")
    field_options = {name: {"default": {"null": False}} for name in fields}


@register(Trainer)
class TrainerTranslation(TranslationOptions):
    """Names in both scripts."""

    fields = ("name", "about")
    field_options = {name: {"default": {"null": False}} for name in fields}


@register(SurveySite)
class SurveySiteTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ("zh-hans", "en")


@register(SiteSurrounding)
class SiteSurroundingTranslation(TranslationOptions):
    """What has no name has none in either language."""

    fields = ("name",)
    field_options = {"name": {"default": {"null": False}}}
