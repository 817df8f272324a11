"""Which texts of a case exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from cases.models import (
    BuildingBlock,
    Case,
    CasePartner,
    CasePicture,
    CasePlace,
    IndicatorRow,
    MoneyRow,
)


def never_null(*fields: str) -> dict[str, dict[str, dict[str, object]]]:
    """A missing text is an empty text: one way to be missing, in the database too."""
    return {field: {"default": {"null": False}} for field in fields}


@register(Case)
class CaseTranslation(TranslationOptions):
    fields = (
        "slug",
        "title",
        "short_title",
        "summary",
        "lead_organisation",
        "background",
        "results",
        "success_factors",
        "difficulties",
        "did_not_work",
        "replication_conditions",
        "replications_known",
    )
    field_options = never_null(*fields[1:])


@register(BuildingBlock)
class BuildingBlockTranslation(TranslationOptions):
    fields = ("title", "done", "who", "cost_share", "enabling_factors", "lessons")
    field_options = never_null(*fields)


@register(IndicatorRow)
class IndicatorRowTranslation(TranslationOptions):
    fields = ("name", "unit", "period", "definition", "baseline_note", "method")
    field_options = never_null(*fields)


@register(MoneyRow)
class MoneyRowTranslation(TranslationOptions):
    fields = ("note",)
    field_options = never_null(*fields)


@register(CasePartner)
class CasePartnerTranslation(TranslationOptions):
    fields = ("name",)
    field_options = never_null(*fields)


@register(CasePlace)
class CasePlaceTranslation(TranslationOptions):
    fields = ("site",)
    field_options = never_null(*fields)


@register(CasePicture)
class CasePictureTranslation(TranslationOptions):
    fields = ("caption",)
    field_options = never_null(*fields)
