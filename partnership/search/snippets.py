"""What of a text is shown in a list of results, and what in it is marked.

Marks are found in the normalised text, which has every character in the place of the original, and
set in the original. Every piece is escaped before a mark is put around it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import islice
from typing import Final

from django.utils.safestring import SafeString

from partnership.core.languages import CHINESE
from partnership.search.asking.groups import Group
from partnership.search.glossary.book import Book
from partnership.search.glossary.hits import FewTerms
from partnership.search.language.characters import HAN, normalised
from partnership.search.language.words import Apart, apart

CELLS: Final = 160  # half the width of a Chinese character each
WIDE: Final = "\u1100"  # from here on characters take two
LONGEST: Final = 4_000  # characters that are looked through
BEGINNINGS: Final = frozenset("。！？；，.!?;,\n")
LOOK_BACK: Final = 24  # characters before the first mark in which a beginning is looked for
AROUND: Final = 200  # characters before a place that is found at a rough look
MOST_TRIED: Final = 5  # of such places
MOST_REASONS: Final = 3
OPEN, CLOSE, CUT = "<mark>", "</mark>", "…"
_PAUSE: Final = "[\u3001-\u303f\uff01-\uff5e”]"
# Browsers make a blank of it, which Chinese has not; between names below each other one is wanted.
LINE_END: Final = re.compile(rf"({_PAUSE}(?:{CLOSE})?)\s*\n\s*")


@dataclass(frozen=True)
class Wanted:
    """What is marked: places that name one of the `subjects` or a narrower one, Chinese `phrases`,
    and words by stem."""

    subjects: frozenset[str]
    phrases: frozenset[str]
    stems: frozenset[str]
    book: Book

    @classmethod
    def of(cls, groups: Iterable[Group], book: Book) -> "Wanted":
        listed = list(groups)
        near = {lexeme for group in listed for part in group.parts for lexeme in part}
        asked = near | {subject for group in listed for subject in group.subjects}
        subjects = asked.union(*(book.narrower.get(key, ()) for key in asked))
        runs = [run for group in listed for run in apart(group.shown).runs]
        phrases = {run.text for run in runs if run.is_han}
        stems = {word for group in listed for word in group.literals if word.isascii()}
        return cls(frozenset(subjects), frozenset(phrases), frozenset(stems), book)

    @cached_property
    def terms(self) -> FewTerms:
        return self.book.terms.about(self.subjects)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What may be marked in a text in small letters, at a rough look: stems, for instance, whose
        last letter y became an i."""
        ways = {*self.phrases, *self.terms.beginnings, *self.stems}
        parts = (
            f"(?<![a-z0-9]){re.escape(way.removesuffix('i'))}" if way.isascii() else re.escape(way)
            for way in sorted(filter(None, ways))
        )
        return re.compile("|".join(parts) or "(?!)")


Span = tuple[int, int]


def spans_in(text: str, wanted: Wanted) -> list[Span]:
    """Return the stretches of a text to be marked, in order, none over another."""
    taken = apart(text)
    spans = [(hit.start, hit.end) for hit in wanted.terms.hits(taken)]
    for phrase in wanted.phrases:
        spans += _places(phrase, taken.plain)
    if wanted.stems:
        spans += _words_in(taken, wanted.stems)
    return _merged(spans)


def _words_in(taken: Apart, stems: Set[str]) -> Iterator[Span]:
    for run in taken.runs:
        if run.joined and run.joined.stem in stems:
            yield run.start, run.end
        for word in run.words:
            if word.stem in stems or word.acronym in stems:
                yield word.start, word.end


def _places(phrase: str, text: str) -> Iterator[Span]:
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        yield start, end
        start = text.find(phrase, end)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def marked(text: str, spans: Sequence[Span]) -> SafeString:
    """Return a text as HTML with its stretches marked."""
    parts, place = [], 0
    for start, end in spans:
        parts += [escape(text[place:start]), OPEN, escape(text[start:end]), CLOSE]
        place = end
    return SafeString("".join([*parts, escape(text[place:])]))


def snippet(text: str, wanted: Wanted | None) -> SafeString:
    """Return the part of a text with the most marks, as HTML of about 160 half-width cells."""
    whole = text[:LONGEST]
    spans = spans_in(whole, wanted) if wanted else []
    start = _beginning(whole, spans)
    end = window_end(whole, start)
    inside = [(begin - start, last - start) for begin, last in spans if start <= begin < end]
    shown = marked(whole[start:end], [(begin, min(last, end - start)) for begin, last in inside])
    before, after = CUT if start else "", CUT if end < len(text) else ""
    return SafeString("".join([before, LINE_END.sub(r"\1", shown), after]))


def from_first(text: str, wanted: Wanted) -> str:
    """Return a long text from shortly before the first place to be marked behind what is looked
    through; empty when there is none."""
    places = wanted.pattern.finditer(text.lower(), LONGEST - AROUND)
    for found in islice(places, MOST_TRIED):
        start = found.start() - AROUND
        if spans_in(text[start : found.end() + AROUND], wanted):
            return text[start:]
    return ""


def _beginning(text: str, spans: Sequence[Span]) -> int:
    """Return where the window with the most marks begins: behind the last pause before its first."""
    if not spans:
        return 0
    first = first_of_most(text, spans)
    for place in range(first, max(first - LOOK_BACK, 0), -1):
        if text[place - 1] in BEGINNINGS:
            return place
    place = max(first - LOOK_BACK // 2, 0) if first > LOOK_BACK else 0
    while 0 < place < first and _is_inside_word(text, place):
        place += 1
    return place


def first_of_most(text: str, spans: Sequence[Span]) -> int:
    """Return where the mark stands behind which most others do, too, within one window. The window
    moves from mark to mark, so that every character is looked at once, however many marks there are."""
    ends = [end for _start, end in spans]
    best = before = last = spans[0][0]
    most, cells = 0, 0
    for place, (first, _its_end) in enumerate(spans):
        cells -= _cells(text[before : min(first, last)])
        before, last = first, max(first, last)
        while last < len(text) and cells <= CELLS:
            cells += 1 if text[last] < WIDE else 2
            last += 1
        end = last if cells <= CELLS else _before_word(text, first, last - 1)
        number = bisect_right(ends, end) - place
        if number > most:
            best, most = first, number
    return best


def _cells(text: str) -> int:
    return len(text) if text.isascii() else sum(1 if each < WIDE else 2 for each in text)


def window_end(text: str, start: int) -> int:
    """Return where what is shown from `start` on ends, at most a window further."""
    """Return where what is shown of a text from `start` on ends."""
    cells = 0
    for place in range(start, len(text)):
        cells += 1 if text[place] < WIDE else 2
        if cells > CELLS:
            return _before_word(text, start, place)
    return len(text)


def _before_word(text: str, start: int, place: int) -> int:
    """Return `place`, or where the word or number begins that stands over it."""
    for earlier in range(place, max(start, place - LOOK_BACK), -1):
        if not _is_inside_word(text, earlier):
            return earlier
    return place


def _is_inside_word(text: str, place: int) -> bool:
    around = text[place - 1 : place + 1]
    return around.isascii() and not around[:1].isspace() and not around[-1:].isspace()


def reasons(
    shown: Sequence[str], others: Sequence[str], wanted: Wanted, asked: Sequence[str]
) -> list[str]:
    """Return by which words an entry was found, when those asked for (as typed and as understood) do
    not stand in it: words of the texts that are `shown`, else of the other language's."""
    plain = [normalised(each) for each in asked]
    texts = [normalised(text) for text in (*shown, *others)]
    if any(each in text for each in plain for text in texts):
        return []
    words = _marked_words(shown, wanted) or _marked_words(others, wanted)
    new = [word for word in words if not any(normalised(word) in each.split() for each in plain)]
    return new[:MOST_REASONS]


def labels_found(labels: Sequence[str], wanted: Wanted, language: str) -> list[str]:
    """Return the labels that name what was asked for, those in `language` if there are any."""
    found = [label for label in labels if spans_in(label, wanted)]
    own = [label for label in found if bool(HAN.search(label)) == (language == CHINESE)]
    return list(dict.fromkeys(own or found))[:MOST_REASONS]


def words_marked(texts: Sequence[str], wanted: Wanted) -> list[str]:
    """Return the first words that would be marked in these texts, those asked for, too."""
    return _marked_words(texts, wanted)[:MOST_REASONS]


def _marked_words(texts: Sequence[str], wanted: Wanted) -> list[str]:
    found: dict[str, None] = {}
    for text in texts:
        for start, end in spans_in(text[:LONGEST], wanted):
            word = text[start:end]
            found.setdefault(word.lower() if word.isascii() and not word.isupper() else word)
    return list(found)
