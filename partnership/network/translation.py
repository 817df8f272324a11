"""Which texts of the network exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from partnership.network.models import (
    Commitment,
    CommitmentEvidence,
    CommitmentReport,
    Handover,
    Organisation,
)


@register(Organisation)
class OrganisationTranslation(TranslationOptions):
    """A missing text is an empty text: one way to be missing, in the database too."""

    fields = ("name", "short_name", "summary", "profile")
    field_options = {field: {"default": {"null": False}} for field in fields}


@register(Commitment)
class CommitmentTranslation(TranslationOptions):
    fields = ("title", "description", "indicator", "unit", "reason")
    field_options = {field: {"default": {"null": False}} for field in fields}


@register(CommitmentReport)
class CommitmentReportTranslation(TranslationOptions):
    fields = ("text", "remark")
    field_options = {field: {"default": {"null": False}} for field in fields}


@register(CommitmentEvidence)
class CommitmentEvidenceTranslation(TranslationOptions):
    fields = ("title", "reason")
    field_options = {field: {"default": {"null": False}} for field in fields}


@register(Handover)
class HandoverTranslation(TranslationOptions):
    fields = ("reason",)
    field_options = {"reason": {"default": {"null": False}}}
