"""Words of the glossary: what the source calls by one of them, the translation calls by its
counterpart.

A glossary made for searching also holds everyday words (城市, cost) and loose synonyms, which a good
translation may leave out. Asked for is a counterpart only of terms of art: see `is_term_of_art`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final

from django.utils.translation import gettext_lazy as _
from Stemmer import Stemmer

from partnership.core import languages
from partnership.core.languages import CHINESE, ENGLISH
from partnership.translations.checks.finding import Finding
from partnership.translations.normalising import normalised

WORD: Final = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
HYPHENS: Final = re.compile("[-‐‑]")
SHORTEST: Final = {CHINESE: 2, ENGLISH: 3}  # characters; shorter words mean too many things
OWN_CHINESE: Final = 3  # characters; so long a Chinese word is hardly an everyday one
_stem: Final = Stemmer("english")


@dataclass(frozen=True, slots=True)
class TermPair:
    """One subject: its words in both languages, the first of each its name."""

    chinese: tuple[str, ...]
    english: tuple[str, ...]

    def words(self, language: str) -> tuple[str, ...]:
        return self.chinese if language == CHINESE else self.english

    def is_term_of_art(self, word: str, language: str) -> bool:
        """Tell whether a translation has to render `word`: the subject's own name or a long word, of
        a subject that takes more than one everyday word to name."""
        name = self.chinese[0], self.english[0]
        if len(name[0]) < OWN_CHINESE and not re.search(r"[\s-]", name[1]):
            return False
        long = len(word) >= OWN_CHINESE if language == CHINESE else len(_stems(word)) > 1
        return long or word == _folded(self.words(language)[0])


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
                if len(word) >= SHORTEST[CHINESE]:
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
                for stems in {_stems(term), _joined(term)}:
                    if stems and len(term) >= SHORTEST[ENGLISH]:
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

    def mentions(self, text: str, language: str) -> set[int]:
        """Return every subject of which some word stands in the text, also within a longer one."""
        if language == CHINESE:
            plain, (_pattern, owners) = _folded(text), self.chinese
            return {number for word in owners if word in plain for number in owners[word]}
        return {
            number
            for stems in (_stems(text), _joined(text))
            for place, stem in enumerate(stems)
            for way, number in self.english.get(stem, ())
            if _is_at(stems, place, way)
        }


@lru_cache(maxsize=2)
def glossary_of(pairs: tuple[TermPair, ...]) -> Glossary:
    return Glossary(pairs)


def missing_terms(
    source: str, text: str, language: str, pairs: Sequence[TermPair]
) -> list[Finding]:
    """Return the words of the source whose counterpart the translation into `language` lacks."""
    glossary = glossary_of(tuple(pairs))
    present = glossary.mentions(text, language)
    missing: dict[str, Finding] = {}
    for word, subjects in glossary.named(source, languages.other(language)):
        owners = [glossary.pairs[number] for number in sorted(subjects)]
        known = [owner.words(language)[0] for owner in owners]
        is_asked = any(owner.is_term_of_art(word, languages.other(language)) for owner in owners)
        if is_asked and word not in missing and not subjects & present:
            message = _(
                "“%(word)s” is “%(term)s” in the glossary; the translation has no such word."
            )
            details = {"word": word, "term": "” / “".join(known)}
            missing[word] = Finding("term-missing", message, details)
    return list(missing.values())


def _folded(text: str) -> str:
    return normalised(text).casefold()


def _words(text: str) -> list[str]:
    """Return the words of a text, those with hyphens in their parts."""
    return [part for word in WORD.findall(_folded(text)) for part in HYPHENS.split(word)]


def _stems(text: str) -> tuple[str, ...]:
    return tuple(_stem.stemWords(_words(text)))


def _joined(text: str) -> tuple[str, ...]:
    """Return the stems with hyphens taken out: clean-up is cleanup."""
    words = [HYPHENS.sub("", word) for word in WORD.findall(_folded(text))]
    return tuple(_stem.stemWords(words))


def _is_at(stems: Sequence[str], place: int, way: tuple[str, ...]) -> bool:
    return tuple(stems[place : place + len(way)]) == way
