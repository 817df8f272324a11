"""Taking a question apart: what the glossary knows, what is left over, what is not wanted."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from partnership.search.glossary.book import Book
from partnership.search.glossary.hits import Hit
from partnership.search.language.words import Apart, Run, apart

LONGEST: Final = 200  # characters
LONGEST_TOKEN: Final = 40
MOST_QUESTIONS: Final = 1_000  # kept beside one state of the glossary
PHRASE: Final = re.compile(r"[\"＂]([^\"＂]+)[\"＂]")  # “these” are marks of a name
NOT_WANTED: Final = re.compile(rf"(?:^|\s)[-－]({PHRASE.pattern}|\S+)")
CONTROL: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the question. `lexemes` are the subjects it names, none when the glossary does
    not know it; `inner` are shorter hits within it. `number` is the lexeme of a number with hyphens
    that is one word in some text, such as 2026-001. What `is_quoted` is meant as it was typed."""

    text: str  # as typed
    plain: str
    start: int
    lexemes: tuple[str, ...] = ()
    inner: tuple[Hit, ...] = ()
    is_han: bool = False
    number: tuple[str, ...] = ()
    is_quoted: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.plain)


@dataclass(frozen=True, slots=True)
class Read:
    """`pieces` in the order of the question; `excluded` are texts that must not be there, `phrases`
    those in straight quotation marks."""

    text: str
    pieces: list[Piece] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)


def cleaned(text: str) -> str:
    """Return the question without invisible characters, in one line and not too long."""
    visible = "".join(" " if unicodedata.category(each) in CONTROL else each for each in text)
    return " ".join(visible.split())[:LONGEST].strip()


def read(text: str, book: Book) -> Read:
    """Take a question apart; the same one, which pages of a list ask again, once."""
    taken: Read | None = book.questions.get(text)
    if taken is None:
        if len(book.questions) > MOST_QUESTIONS:
            book.questions.clear()
        taken = book.questions[text] = _read(text, book)
    return taken


def _read(text: str, book: Book) -> Read:
    question = cleaned(text)
    excluded = [found.group(1) for found in NOT_WANTED.finditer(question)]
    wanted = NOT_WANTED.sub(" ", question)
    taken = apart(wanted)
    pieces = list(_known(taken, book))
    known = {place for piece in pieces for place in range(piece.start, piece.end)}
    pieces += _left_over(taken, known)
    pieces.sort(key=lambda piece: piece.start)
    phrases = list(PHRASE.finditer(wanted))
    if phrases:
        quoted = {place for found in phrases for place in range(*found.span())}
        pieces = [
            replace(piece, is_quoted=piece.start in quoted and piece.end in quoted)
            for piece in pieces
        ]
    return Read(question, pieces, excluded, [found.group(1) for found in phrases])


def _known(taken: Apart, book: Book) -> Iterator[Piece]:
    """Yield what the glossary knows, longer before shorter, no two over the same place."""
    text, plain = taken.original, taken.plain
    hits = book.terms.hits(taken, is_question=True)
    spans = {(hit.start, hit.end) for hit in hits}
    used: set[int] = set()
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        places = range(start, end)
        if used.isdisjoint(places):
            used.update(places)
            lexemes = tuple(hit.lexeme for hit in hits if (hit.start, hit.end) == (start, end))
            inner = tuple(hit for hit in hits if _is_within(hit, start, end))
            is_han = not plain[start:end].isascii()
            yield Piece(text[start:end], plain[start:end], start, lexemes, inner, is_han)


def _is_within(hit: Hit, start: int, end: int) -> bool:
    return start <= hit.start and hit.end <= end and hit.end - hit.start < end - start


def _left_over(taken: Apart, known: set[int]) -> Iterator[Piece]:
    for run in taken.runs:
        for start, last in _gaps(run, known):
            end = min(last, start + LONGEST_TOKEN)
            text, plain = taken.original[start:end], taken.plain[start:end]
            yield Piece(text, plain, start, is_han=run.is_han)


def _gaps(run: Run, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a run that are not taken; of a word of letters all or nothing."""
    if not run.is_han:
        if taken.isdisjoint(range(run.start, run.end)):
            yield run.start, run.end
        return
    start = None
    for place in range(run.start, run.end + 1):
        is_free = place < run.end and place not in taken
        if is_free and start is None:
            start = place
        elif not is_free and start is not None:
            yield start, place
            start = None
