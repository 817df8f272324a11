"""Which texts of dialogues, outcome documents and projects exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from roundtables.models import (
    Annex,
    Milestone,
    Outcome,
    OutcomePicture,
    OutcomeSection,
    Output,
    Project,
    Roundtable,
)


@register([Annex, Milestone, Output])
class TitleTranslation(TranslationOptions):
    """A missing text is an empty text: one way to be missing, in the database too."""

    fields = ("title",)
    field_options = {name: {"default": {"null": False}} for name in fields}


@register(Roundtable)
class RoundtableTranslation(TranslationOptions):
    fields = ("questions", "zero_waste", "outcome")
    field_options = {name: {"default": {"null": False}} for name in fields}


@register(Outcome)
class OutcomeTranslation(TranslationOptions):
    fields = ("title", "summary")
    field_options = {name: {"default": {"null": False}} for name in fields}


@register(OutcomeSection)
class OutcomeSectionTranslation(TranslationOptions):
    fields = ("title", "text")
    field_options = {name: {"default": {"null": False}} for name in fields}


@register(OutcomePicture)
class OutcomePictureTranslation(TranslationOptions):
    fields = ("caption",)
    field_options = {name: {"default": {"null": False}} for name in fields}


@register(Project)
class ProjectTranslation(TranslationOptions):
    fields = ("title", "summary", "description")
    field_options = {name: {"default": {"null": False}} for name in fields}
