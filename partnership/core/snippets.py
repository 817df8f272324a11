"""Finding a piece of text anywhere in short texts, by an index, Chinese words of two characters
included.

PostgreSQL's trigrams cannot find a pattern of two characters, and most Chinese words have two. The
database function `core_snippets` (made by a migration of core) takes texts apart into single
characters and pairs of neighbours; a GIN index over it answers which rows hold all snippets of
what was typed, and comparing the texts themselves decides.
"""

from collections.abc import Iterable
from string import ascii_lowercase, ascii_uppercase
from typing import Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Func, Q

from partnership.core import languages

RARE: Final = 2_000  # rows
LOWER: Final = str.maketrans(ascii_uppercase, ascii_lowercase)  # the same on every server


class Snippets(Func):
    """The characters and pairs of neighbours of several text columns, A to Z in lower case."""

    function = "core_snippets"
    output_field = ArrayField(models.TextField())


def snippets_of(text: str) -> list[str]:
    """Return what a row must hold to contain `text`: its pairs, or its only character."""
    lower = text.translate(LOWER)
    if len(lower) == 1:
        return [lower]
    return sorted({lower[place : place + 2] for place in range(len(lower) - 1)})


def stands_in(columns: Iterable[str], text: str) -> Q:
    """Return what rows fulfil that have `text` in one of `columns`, whatever its case. Reads every
    row, which is well for some thousand short texts."""
    has_case = text.lower() != text.upper()
    lookup = "icontains" if has_case else "contains"
    contained = Q(pk__in=())
    for column in columns:
        contained |= Q(**{f"{column}__{lookup}": text})
    return contained


def stands_in_either_language(names: Iterable[str], text: str) -> Q:
    """Return the same for fields that have a column for each language."""
    listed = list(names)
    return stands_in(
        [languages.column(name, code) for code in languages.LANGUAGES for name in listed], text
    )


def containing(rows: models.QuerySet, text: str, fields: tuple[str, ...]) -> models.QuerySet:
    """Return those of `rows` that have `text` in one of `fields`, whatever its case.

    The model needs a `GinIndex(Snippets(*fields), name=…)` with the same fields in this order.
    Asks the index at once: what is rare comes back as keys, which combine with any other filter;
    what is frequent is found by reading on, for the index would be no help.
    """
    contained = stands_in(fields, text)
    indexed = rows.model._base_manager.alias(_snippets=Snippets(*fields))
    found = indexed.filter(contained, _snippets__contains=snippets_of(text))
    keys = list(found.order_by().values_list("pk", flat=True)[: RARE + 1])
    return rows.filter(pk__in=keys) if len(keys) <= RARE else rows.filter(contained)
