"""Binding words of the glossary: what the source calls by one of them, the translation calls by its
counterpart, or by a short form of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final

from django.utils.translation import gettext_lazy as _
from Stemmer import Stemmer

from partnership.core import languages
from partnership.core.languages import CHINESE
from partnership.translations.checks.finding import Finding
from partnership.translations.normalising import normalised

WORD: Final = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
HYPHENS: Final = re.compile("[-‐‑]")
_stem: Final = Stemmer("english")


@dataclass(frozen=True, slots=True)
class TermPair:
    """One subject by its binding words in both languages, the first of each its name. `short` are
    words of either language that will do where the context is clear, such as litter."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]
    short: tuple[str, ...] = ()

    def words(self, language: str) -> tuple[str, ...]:
        return self.chinese if language == CHINESE else self.english


@dataclass(frozen=True)
class Glossary:
    """Subjects, made ready to be looked for in texts."""

    pairs: tuple[TermPair, ...] = field(default=())

    @cached_property
    def chinese(self) -> tuple[re.Pattern[str] | None, dict[str, set[int]]]:
        """A pattern that finds the longest word at each place, and the subjects of each word."""
        owners: dict[str, set[int]] = {}
        for number, pair in enumerate(self.pairs):
            for word in map(_folded, pair.chinese):
                owners.setdefault(word, set()).add(number)
        longest_first = sorted(owners, key=lambda word: (-len(word), word))
        pattern = re.compile("|".join(map(re.escape, longest_first))) if owners else None
        return pattern, owners

    @cached_property
    def english(self) -> dict[str, list[tuple[tuple[str, ...], int]]]:
        """By the first stem: the stems of a term and its subject, the longest terms first."""
        found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for number, pair in enumerate(self.pairs):
            for term in pair.english:
                for stems in sorted(_ways(term)):
                    found.setdefault(stems[0], []).append((stems, number))
        for ways in found.values():
            ways.sort(key=lambda way: -len(way[0]))
        return found

    def named(self, text: str, language: str) -> Iterator[tuple[str, set[int]]]:
        """Yield what a text names by the longest words it uses, with the subjects this may be."""
        if language == CHINESE:
            pattern, owners = self.chinese
            for match in pattern.finditer(_folded(text)) if pattern else ():
                yield match[0], owners[match[0]]
            return
        words, place = _words(text), 0
        stems = tuple(_stem.stemWords(words))
        while place < len(stems):
            ways = [
                way for way in self.english.get(stems[place], ()) if _is_at(stems, place, way[0])
            ]
            length = len(ways[0][0]) if ways else 1
            if ways:
                subjects = {number for way, number in ways if len(way) == length}
                yield " ".join(words[place : place + length]), subjects
            place += length


@lru_cache(maxsize=2)
def glossary_of(pairs: tuple[TermPair, ...]) -> Glossary:
    return Glossary(pairs)


def missing_terms(
    source: str, text: str, language: str, pairs: Sequence[TermPair]
) -> list[Finding]:
    """Return the words of the source whose counterpart the translation into `language` lacks."""
    glossary = glossary_of(tuple(pairs))
    missing: dict[str, Finding] = {}
    for word, subjects in glossary.named(source, languages.other(language)):
        owners = [glossary.pairs[number] for number in sorted(subjects)]
        if word in missing or any(_is_named(owner, text, language) for owner in owners):
            continue
        message = _("“%(word)s” is “%(term)s” in the glossary; the translation has no such word.")
        known = dict.fromkeys(owner.words(language)[0] for owner in owners)
        details = {"word": word, "term": "” / “".join(known)}
        missing[word] = Finding("term-missing", message, details)
    return list(missing.values())


def _is_named(pair: TermPair, text: str, language: str) -> bool:
    """Tell whether a text calls a subject by one of its words or short forms."""
    words = (*pair.words(language), *pair.short)
    if language == CHINESE:
        plain = _folded(text)
        return any(_folded(word) in plain for word in words)
    forms = _ways(text)
    return any(
        _is_at(stems, place, way)
        for word in words
        for way in _ways(word)
        for stems in forms
        for place in range(len(stems) - len(way) + 1)
    )


def _folded(text: str) -> str:
    return normalised(text).casefold()


def _words(text: str) -> list[str]:
    """Return the words of a text, those with hyphens in their parts."""
    return [part for word in WORD.findall(_folded(text)) for part in HYPHENS.split(word)]


@lru_cache(maxsize=1_000)
def _ways(text: str) -> frozenset[tuple[str, ...]]:
    """Return the stems of a text, words with hyphens as their parts and as one: clean-up."""
    joined = [HYPHENS.sub("", word) for word in WORD.findall(_folded(text))]
    ways = {tuple(_stem.stemWords(_words(text))), tuple(_stem.stemWords(joined))}
    return frozenset(ways - {()})


def _is_at(stems: Sequence[str], place: int, way: tuple[str, ...]) -> bool:
    return tuple(stems[place : place + len(way)]) == way
