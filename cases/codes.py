"""What readers call the languages of sources and the currencies of sums; unknown codes stay codes."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from partnership.core import languages

SOURCE_LANGUAGES: Final[Mapping[str, Promise]] = {
    "zh": pgettext_lazy("language of a source", "Chinese"),
    "en": pgettext_lazy("language of a source", "English"),
    "de": pgettext_lazy("language of a source", "German"),
    "es": pgettext_lazy("language of a source", "Spanish"),
    "fil": pgettext_lazy("language of a source", "Filipino"),
    "fr": pgettext_lazy("language of a source", "French"),
    "id": pgettext_lazy("language of a source", "Indonesian"),
    "ja": pgettext_lazy("language of a source", "Japanese"),
    "km": pgettext_lazy("language of a source", "Khmer"),
    "ko": pgettext_lazy("language of a source", "Korean"),
    "lo": pgettext_lazy("language of a source", "Lao"),
    "ms": pgettext_lazy("language of a source", "Malay"),
    "my": pgettext_lazy("language of a source", "Burmese"),
    "nb": pgettext_lazy("language of a source", "Norwegian"),
    "nl": pgettext_lazy("language of a source", "Dutch"),
    "nn": pgettext_lazy("language of a source", "Norwegian"),
    "pt": pgettext_lazy("language of a source", "Portuguese"),
    "ta": pgettext_lazy("language of a source", "Tamil"),
    "th": pgettext_lazy("language of a source", "Thai"),
    "vi": pgettext_lazy("language of a source", "Vietnamese"),
}
CURRENCIES: Final[Mapping[str, Promise]] = {
    "BND": pgettext_lazy("currency", "BND"),
    "CNY": pgettext_lazy("currency", "CNY"),
    "EUR": pgettext_lazy("currency", "EUR"),
    "GBP": pgettext_lazy("currency", "GBP"),
    "IDR": pgettext_lazy("currency", "IDR"),
    "JPY": pgettext_lazy("currency", "JPY"),
    "KHR": pgettext_lazy("currency", "KHR"),
    "KRW": pgettext_lazy("currency", "KRW"),
    "LAK": pgettext_lazy("currency", "LAK"),
    "MMK": pgettext_lazy("currency", "MMK"),
    "MYR": pgettext_lazy("currency", "MYR"),
    "NOK": pgettext_lazy("currency", "NOK"),
    "PHP": pgettext_lazy("currency", "PHP"),
    "SGD": pgettext_lazy("currency", "SGD"),
    "THB": pgettext_lazy("currency", "THB"),
    "USD": pgettext_lazy("currency", "USD"),
    "VND": pgettext_lazy("currency", "VND"),
}


def source_language(code: str) -> str:
    """Return the name of a language in the reader's language; `zh-hans` is Chinese."""
    return _said(code, languages.current())


@lru_cache(maxsize=256)
def _said(code: str, _language: str) -> str:
    """A list of sources says the same few words on every page."""
    return str(SOURCE_LANGUAGES.get(code.split("-", maxsplit=1)[0], code))


def currency(code: str) -> str:
    """Return what readers call a currency: a name in Chinese, the ISO 4217 code in English."""
    return str(CURRENCIES.get(code, code))
