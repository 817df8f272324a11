"""Which reference texts exist in both languages."""

from modeltranslation.translator import TranslationOptions, register

from partnership.reference.models import ItemList, LitterItem, Place, RiverBasin, Theme


@register(Place)
class PlaceTranslation(TranslationOptions):
    fields = ("name", "full_name")
    required_languages = ("zh-hans", "en")


@register(RiverBasin)
class RiverBasinTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ("zh-hans", "en")


@register(Theme)
class ThemeTranslation(TranslationOptions):
    fields = ("name", "description")
    required_languages = ("zh-hans", "en")


@register(ItemList)
class ItemListTranslation(TranslationOptions):
    fields = ("name", "source", "licence")
    required_languages = ("zh-hans", "en")


@register(LitterItem)
class LitterItemTranslation(TranslationOptions):
    fields = ("name",)
    required_languages = ("zh-hans", "en")
