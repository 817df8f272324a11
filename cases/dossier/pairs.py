"""Both languages of a case side by side, paragraph by paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from django.utils.functional import Promise
from django.utils.translation import override

from cases.dossier import parts
from cases.dossier.case import Dossier
from cases.dossier.rows import Block, paragraphs
from partnership.core import languages


class PairKind(StrEnum):
    """What the two texts of a pair are."""

    PART = "part"
    HEADING = "heading"
    TEXT = "text"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Pair:
    """A Chinese text and its English counterpart; one of them may be missing."""

    kind: PairKind
    chinese: str
    english: str


def pairs_of(chinese: Dossier, english: Dossier) -> list[Pair]:
    """Return the texts of both dossiers in the order of the page."""
    return [
        *_texts(chinese.summary, english.summary),
        *_part(parts.BACKGROUND, chinese.background, english.background),
        *_measures(chinese.blocks, english.blocks),
        *_part(parts.RESULTS, chinese.results, english.results),
        *_lessons(chinese, english),
    ]


def _part(label: Promise, chinese: str, english: str) -> Iterator[Pair]:
    yield _label(PairKind.PART, label)
    yield from _texts(chinese, english)


def _measures(chinese: list[Block], english: list[Block]) -> Iterator[Pair]:
    yield _label(PairKind.PART, parts.MEASURES)
    for left, right in zip(chinese, english, strict=True):
        yield Pair(PairKind.HEADING, left.title, right.title)
        yield from _texts(left.done, right.done)
        yield from _named(PairKind.NOTE, left, right, parts.BLOCK_NOTES)


def _lessons(chinese: Dossier, english: Dossier) -> Iterator[Pair]:
    yield _label(PairKind.PART, parts.LESSONS)
    yield from _named(PairKind.HEADING, chinese, english, parts.LESSON_TEXTS)


def _named(
    kind: PairKind, left: object, right: object, names: tuple[tuple[str, Promise], ...]
) -> Iterator[Pair]:
    """Yield the texts that at least one language has, each under its name."""
    for name, label in names:
        chinese, english = getattr(left, name), getattr(right, name)
        if chinese or english:
            yield _label(kind, label)
            yield from _texts(chinese, english)


def _texts(chinese: str, english: str) -> Iterator[Pair]:
    both = zip_longest(paragraphs(chinese), paragraphs(english), fillvalue="")
    return (Pair(PairKind.TEXT, left, right) for left, right in both)


def _label(kind: PairKind, label: Promise) -> Pair:
    return Pair(kind, _said_in(languages.CHINESE, label), _said_in(languages.ENGLISH, label))


def _said_in(language: str, label: Promise) -> str:
    with override(language):
        return str(label)
