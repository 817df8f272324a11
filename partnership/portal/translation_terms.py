"""The glossary of the search, as the words translations have to use."""

from dataclasses import dataclass
from typing import Final

from django.db import connection

from partnership.core.languages import CHINESE, ENGLISH
from partnership.search.models import Concept
from partnership.translations.checks.glossary import TermPair
from partnership.translations.terms import register

# The word list says “case” for 案例, which a glossary for searching cannot have: it would find every
# “in case”; and 环保 is said in too many ways.
LEFT_OUT: Final = frozenset({"case", "environment-protection"})
STATE: Final = """
SELECT count(*), sum(hashtextextended(text || "order", concept_id)),
    (SELECT sum(id) FROM search_concept WHERE is_active)
FROM search_term
"""


@dataclass
class Kept:
    """The words this process made last, and of which state of the glossary."""

    state: object = None
    pairs: tuple[TermPair, ...] = ()


_kept: Final = Kept()


def pairs() -> tuple[TermPair, ...]:
    """Return the subjects that have words in both languages, as the glossary has them now."""
    with connection.cursor() as cursor:
        cursor.execute(STATE)
        state = cursor.fetchone()
    if _kept.state != state:
        _kept.pairs, _kept.state = tuple(_made()), state
    return _kept.pairs


def _made() -> list[TermPair]:
    found = []
    for concept in (
        Concept.objects.filter(is_active=True)
        .exclude(code__in=LEFT_OUT)
        .with_terms()
        .order_by("pk")
    ):
        words: dict[str, list[str]] = {CHINESE: [], ENGLISH: []}
        for term in concept.terms.all():
            words[term.language].append(term.text)
        if all(words.values()):
            found.append(TermPair(tuple(words[CHINESE]), tuple(words[ENGLISH])))
    return found


register("glossary", pairs)
