"""How rare words are, and whether they stand anywhere at all."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any, Final

from partnership.search.asking.groups import Group, Lexemes, all_of, rarity
from partnership.search.asking.statements import rows_of
from partnership.search.indexing.lexemes import quoted

ALL_ENTRIES: Final = ""
KEPT_FOR: Final = 60.0  # seconds
MOST_KEPT: Final = 50_000
MOST_QUESTIONS: Final = 1_000
COUNTS: Final = "SELECT lexeme, entries FROM search_lexemecount WHERE lexeme = ANY(%s)"
FEWEST: Final = 10  # entries; an index of fewer says nothing about rarity
RARELY: Final = 4  # times rarer than another word: probably a slip of somebody's pen
STANDING: Final = "SELECT count(*) FROM (SELECT 1 FROM search_searchentry WHERE whole @@ %s::tsquery LIMIT %s) AS few"


class Place(IntEnum):
    """Where words stand, at best."""

    NOWHERE = 0
    BODY = 1
    HEAD = 2


def places_of(words: Iterable[Lexemes]) -> dict[Lexemes, Place]:
    """Return where lexemes stand together, at best. A frequent one is known to stand in heads."""
    places = dict.fromkeys(words, Place.NOWHERE)
    if not places:
        return places
    counts = _counts(lexeme for lexemes in places for lexeme in lexemes if len(lexemes) == 1)
    frequent = [lexemes for lexemes in places if len(lexemes) == 1 and counts[lexemes[0]]]
    places |= dict.fromkeys(frequent, Place.HEAD)
    return places | _looked_up([lexemes for lexemes in places if not places[lexemes]])


def _looked_up(asked: list[Lexemes]) -> dict[Lexemes, Place]:
    if not asked:
        return {}
    exists = (
        "CASE WHEN EXISTS (SELECT 1 FROM search_searchentry WHERE head @@ %s::tsquery) THEN 2 "
        "WHEN EXISTS (SELECT 1 FROM search_searchentry WHERE whole @@ %s::tsquery) THEN 1 ELSE 0 END"
    )
    queries = [all_of(map(quoted, lexemes)) for lexemes in asked]
    [places] = rows_of(
        f"SELECT {', '.join([exists] * len(asked))}",
        [query for query in queries for _column in ("head", "whole")],
    )
    return {lexemes: Place(found) for lexemes, found in zip(asked, places, strict=True)}


def is_rare_beside(word: Lexemes, subjects: Lexemes) -> bool:
    """Whether entries with a word are few beside those that are about a subject."""
    counts = _counts(subjects)
    most = max((counts[subject] for subject in subjects), default=0) // RARELY
    return most > 0 and _number_with(word, most + 1) <= most


def _number_with(word: Lexemes, most: int) -> int:
    [(number,)] = rows_of(STANDING, [all_of(map(quoted, word)), most])
    return int(number)


def weighed(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups with the weight of their rarest word, a subject counting as one word."""
    if not groups:
        return ()
    counts = _counts(lexeme for group in groups for lexeme in _counted(group))
    whole = max(counts.get(ALL_ENTRIES, 0), FEWEST)
    return tuple(
        replace(
            group,
            weight=rarity(_entries(group, counts), whole),
            near_weights=tuple(
                rarity(max(counts.get(each, 0) for each in lexemes), whole)
                for lexemes, _share in group.near
            ),
        )
        for group in groups
    )


@dataclass
class _Kept:
    """Counts this process has asked for, which are renewed every night; and by text the questions
    that were understood by them and the glossary alone."""

    counts: dict[str, int] = field(default_factory=dict)
    questions: dict[tuple[str, bool], Any] = field(default_factory=dict)
    until: float = 0.0


_kept = _Kept()


def forget() -> None:
    """Drop what the process keeps."""
    _kept.counts, _kept.questions, _kept.until = {}, {}, 0.0


def kept_questions() -> dict[tuple[str, bool], Any]:
    """Return the questions to look into and to add to; they go with the counts."""
    return _still_kept().questions


def _still_kept() -> _Kept:
    now = time.monotonic()
    is_full = len(_kept.counts) > MOST_KEPT or len(_kept.questions) > MOST_QUESTIONS
    if now > _kept.until or is_full:
        forget()
        _kept.until = now + KEPT_FOR
    return _kept


def _counts(lexemes: Iterable[str]) -> dict[str, int]:
    counts = _still_kept().counts
    asked = {ALL_ENTRIES, *lexemes}
    missing = asked - counts.keys()
    if missing:
        found: Any = rows_of(COUNTS, [list(missing)])
        counts |= dict.fromkeys(missing, 0) | dict(found)
    return {lexeme: counts[lexeme] for lexeme in asked}


def _counted(group: Group) -> Lexemes:
    near = (lexeme for lexemes, _share in group.near for lexeme in lexemes)
    return (*(group.subjects or group.literals), *near)


def _entries(group: Group, counts: dict[str, int]) -> int:
    numbers = [counts.get(lexeme, 0) for lexeme in group.subjects or group.literals]
    return max(numbers) if group.subjects else min(numbers, default=0)
