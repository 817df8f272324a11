"""The binding words of the search's glossary, which translations have to use."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db import connection

from partnership.core.languages import CHINESE, ENGLISH
from partnership.search.models import Concept
from partnership.translations.checks.glossary import TermPair
from partnership.translations.terms import register

STATE: Final = """
SELECT sum(hashtextextended(text || "order", concept_id)),
    (SELECT sum(hashtextextended(short_forms, id)) FROM search_concept WHERE is_active)
FROM search_term WHERE is_binding
"""


@dataclass
class Kept:
    """The words this process made last, and of which state of the glossary."""

    state: object = None
    pairs: tuple[TermPair, ...] = ()


_kept: Final = Kept()


def pairs() -> tuple[TermPair, ...]:
    """Return the subjects that have binding words in both languages, as the glossary is now."""
    with connection.cursor() as cursor:
        cursor.execute(STATE)
        state = cursor.fetchone()
    if _kept.state != state:
        _kept.pairs, _kept.state = tuple(_made()), state
    return _kept.pairs


def _made() -> Iterator[TermPair]:
    concepts = Concept.objects.filter(is_active=True, terms__is_binding=True).distinct()
    for concept in concepts.with_terms().order_by("pk"):
        words: dict[str, list[str]] = {CHINESE: [], ENGLISH: []}
        for term in concept.terms.all():
            if term.is_binding:
                words[term.language].append(term.text)
        if all(words.values()):
            short = tuple(filter(None, (word.strip() for word in concept.short_forms.split("|"))))
            yield TermPair(tuple(words[CHINESE]), tuple(words[ENGLISH]), short)


register("glossary", pairs)
