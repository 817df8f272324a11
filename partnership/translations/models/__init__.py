"""Objects with texts in both languages, the state of each text, and files for translators."""

from partnership.translations.models.handout import Handout
from partnership.translations.models.translated_object import TranslatedObject
from partnership.translations.models.unit import TranslationUnit

__all__ = ["Handout", "TranslatedObject", "TranslationUnit"]
