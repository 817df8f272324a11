"""From the texts of a thing to what PostgreSQL keeps of them.

Chinese is indexed by pairs of characters: every word is found, none has to be known before. The last
character of a stretch begins no pair; in titles, summaries and labels it stands for itself. English
is indexed by stems. What names a subject of the glossary gets the subject's lexeme, in any language;
these lexemes are what makes a Chinese question find an English text.

A tsvector is written as text and cast, so that no dictionary of the server has a say: an update of
the server changes nothing. Positions are only counted, never compared.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final

from partnership.core.languages import LANGUAGES
from partnership.search.choices import Weight
from partnership.search.glossary.book import Book
from partnership.search.language.characters import HAN
from partnership.search.language.words import Apart, Run, Word, apart, bigrams
from partnership.search.sources import Found

ANALYSIS: Final = 5  # counts up with every change of what is indexed; the audit renews older rows
MOST_COUNTED: Final = 4  # the same word more often in a text says nothing more
SUBJECT: Final = "#"  # begins the lexeme of a subject
BELOW: Final = {
    Weight.TITLE: Weight.SUMMARY,
    Weight.SUMMARY: Weight.LABEL,
    Weight.LABEL: Weight.LABEL,
    Weight.BODY: Weight.BODY,
}
# How often a lexeme stands in titles, summaries, labels and bodies is one number, 20 bits for each:
# a text has hundreds of lexemes, and as many small lists would keep Python busy tidying up.
BITS: Final = 20
ONCE: Final = {weight: 1 << BITS * place for place, weight in enumerate(Weight)}
IN_HEAD: Final = ONCE[Weight.BODY] - 1


@dataclass
class Vectors:
    """How often each lexeme stands where."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, lexemes: Iterable[str], weight: Weight) -> None:
        counts, once = self.counts, ONCE[weight]
        known = counts.get
        for lexeme in lexemes:
            counts[lexeme] = known(lexeme, 0) + once

    @cached_property
    def head(self) -> str:
        return " ".join(
            f"{quoted(lexeme)}:{_positions(number & IN_HEAD)}"
            for lexeme, number in self.counts.items()
            if number & IN_HEAD
        )

    @cached_property
    def whole(self) -> str:
        """Everything without positions: it is matched and not ranked."""
        return _all_quoted(self.counts)

    @cached_property
    def subjects(self) -> str:
        return " ".join(
            f"{quoted(lexeme)}:{_positions(number)}"
            for lexeme, number in self.counts.items()
            if lexeme.startswith(SUBJECT)
        )


@lru_cache(maxsize=4_096)
def _positions(number: int) -> str:
    """Return so many positions of each weight; all lexemes may share them."""
    letters = "".join(
        weight.value * min(number // once % (1 << BITS), MOST_COUNTED)
        for weight, once in ONCE.items()
    )
    return ",".join(f"{place}{letter}" for place, letter in enumerate(letters, 1))


def quoted(lexeme: str) -> str:
    """Return a lexeme as tsvector and tsquery want it, whatever stands in it."""
    if "'" in lexeme or "\\" in lexeme:
        lexeme = lexeme.replace("\\", "\\\\").replace("'", "''")
    return f"'{lexeme}'"


def _all_quoted(lexemes: Collection[str]) -> str:
    """Return the same of hundreds, of which hardly any needs a closer look."""
    listed = "' '".join(lexemes)
    is_plain = "\\" not in listed and listed.count("'") == 2 * (len(lexemes) - 1)
    return f"'{listed}'" if lexemes and is_plain else " ".join(map(quoted, lexemes))


def sought(lexeme: str) -> str:
    """Return a lexeme as a question asks for it. Texts have Chinese characters in pairs, so that one
    alone means every pair it begins, and itself at the end of a title, summary or label."""
    return f"{quoted(lexeme)}:*" if HAN.fullmatch(lexeme) else quoted(lexeme)


def vectors_of(found: Found, book: Book) -> Vectors:
    """Return what is indexed of a thing."""
    vectors = Vectors()
    for language in LANGUAGES:
        texts = found.text(language)
        _add(vectors, texts.title, Weight.TITLE, book)
        _add(vectors, texts.summary, Weight.SUMMARY, book)
        _add(vectors, texts.body, Weight.BODY, book)
    year = () if found.year is None else (str(found.year),)
    for label in (*found.labels, *year):
        _add(vectors, label, Weight.LABEL, book)
    return vectors


def _add(vectors: Vectors, text: str, weight: Weight, book: Book) -> None:
    if not text:
        return
    taken = apart(text)
    vectors.add(lexemes_in(taken), weight)
    if weight != Weight.BODY:
        vectors.add(
            [run.text[-1] for run in taken.runs if run.is_han and len(run.text) > 1], weight
        )
    subjects = [hit.lexeme for hit in book.terms.hits(taken)]
    vectors.add(subjects, weight)
    if subjects:
        above = [each for subject in subjects for each in book.broader(subject)]
        vectors.add(above, BELOW[weight])


def lexemes_of(text: str) -> list[str]:
    """Return the pairs, stems and acronyms of a text, each once."""
    return list(dict.fromkeys(lexemes_in(apart(text))))


def parted_lexemes_of(text: str) -> list[str]:
    """Return the same without words that are written together where others write a hyphen."""
    return list(dict.fromkeys(lexemes_in(apart(text), are_joined=False)))


def number_in(text: str) -> tuple[str, ...]:
    """Return the lexeme of a number with hyphens, such as 2026-001, as the one word it may be."""
    match apart(text).runs:
        case [Run(joined=Word() as joined, words=words)] if any(w.text.isdigit() for w in words):
            return (joined.stem,)
    return ()


def lexemes_in(taken: Apart, *, are_joined: bool = True) -> list[str]:
    """Return the same of a text that was taken apart, as often as they stand there."""
    lexemes: list[str] = []
    for run in taken.runs:
        if run.is_han:
            lexemes += bigrams(run.text)
            continue
        if run.joined and are_joined:
            lexemes.append(run.joined.stem)
        for word in run.words:
            if not word.is_common:
                lexemes.append(word.stem)
            if word.acronym:
                lexemes.append(word.acronym)
    return lexemes
