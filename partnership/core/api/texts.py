"""Texts in both languages."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import override
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from partnership.core import languages

Texts = dict[str, str | None]

CHINESE, ENGLISH = languages.CHINESE, languages.ENGLISH


def both(chinese: str | None, english: str | None) -> Texts:
    """Return the pair as the API gives it; an empty text is null."""
    return {CHINESE: chinese or None, ENGLISH: english or None}


def pair(row: Mapping[str, Any], name: str) -> Texts:
    """Return the pair of a row of columns, such as `title_zh_hans` and `title_en`."""
    return both(row[f"{name}_zh_hans"], row[f"{name}_en"])


def columns(*names: str) -> list[str]:
    """Return the columns of texts in both languages."""
    return [languages.column(name, language) for name in names for language in languages.LANGUAGES]


def sentence(text: str | Promise, details: Mapping[str, object] | None = None) -> dict[str, str]:
    """Return a marked sentence in both languages."""
    return _in_each(lambda: str(text) % details if details else str(text))


def _in_each(say: Callable[[], str]) -> dict[str, str]:
    said = {}
    for language in languages.LANGUAGES:
        with override(language):
            said[language] = say()
    return said


@extend_schema_field(
    {
        "type": "object",
        "properties": {
            CHINESE: {"type": "string", "nullable": True},
            ENGLISH: {"type": "string", "nullable": True},
        },
        "required": [CHINESE, ENGLISH],
    }
)
class TextsField(serializers.Field):
    """Describes such a pair in the schema; answers are built without serializers."""
