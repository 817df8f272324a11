"""Which texts of the network exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from partnership.network.models import Organisation


@register(Organisation)
class OrganisationTranslation(TranslationOptions):
    """A missing text is an empty text: one way to be missing, in the database too."""

    fields = ("name", "short_name", "summary", "profile")
    field_options = {field: {"default": {"null": False}} for field in fields}
