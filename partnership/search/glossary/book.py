"""The glossary in the memory of a process."""

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from threading import Lock
from typing import Any, Final

from django.db import DatabaseError, connection
from django.db.models import Model

from partnership.core import chinese, publication_version
from partnership.core.languages import CHINESE
from partnership.search.glossary.hits import Terms
from partnership.search.glossary.keys import MOST_KEPT, acronym_of, key_of, variants_of
from partnership.search.glossary.sources import Named, sources
from partnership.search.language.characters import HAN, normalised
from partnership.search.language.words import stem
from partnership.search.models import Concept, Term

# Of the rows as this transaction sees them; a sum does not depend on their order.
SUM: Final = "SELECT coalesce(sum(hashtextextended(concat({columns}), id)), 0) FROM {table}"


@dataclass(frozen=True)
class Spelling:
    """A term as it is shown, and its subject."""

    text: str
    language: str
    lexemes: tuple[str, ...]


@dataclass
class Book:
    """`subjects` by lexeme; `spellings` by key; `proper` has the lexemes of names. `questions` are
    those that were taken apart by this book, by their text."""

    subjects: dict[str, Named] = field(default_factory=dict)
    spellings: dict[str, Spelling] = field(default_factory=dict)
    proper: set[str] = field(default_factory=set)
    questions: dict[str, Any] = field(default_factory=dict)

    def add(self, subject: Named, *, is_proper: bool) -> None:
        self.subjects[subject.key] = subject
        if is_proper:
            self.proper.add(subject.key)
        for language, text in subject.names:
            key = key_of(text)
            if key:
                known = self.spellings.get(key)
                lexemes = (*known.lexemes, subject.key) if known else (subject.key,)
                shown = known or Spelling(text, language, ())
                once = tuple(dict.fromkeys(lexemes))
                self.spellings[key] = Spelling(shown.text, shown.language, once)

    def broader(self, lexeme: str) -> tuple[str, ...]:
        subject = self.subjects.get(lexeme)
        return subject.broader if subject else ()

    @cached_property
    def narrower(self) -> dict[str, list[str]]:
        """The lexemes of all subjects below each."""
        found: dict[str, list[str]] = {}
        for key, subject in self.subjects.items():
            for above in subject.broader:
                found.setdefault(above, []).append(key)
        return found

    @cached_property
    def terms(self) -> Terms:
        """The terms as texts are compared with them, the longest first."""
        made = Terms(names=frozenset(self.proper))
        for spelling in self.spellings.values():
            plain = normalised(spelling.text)
            acronym = acronym_of(spelling.text)
            if HAN.search(plain):
                made.han.setdefault(plain[:2], []).append((plain, spelling.lexemes))
            elif acronym:
                made.acronyms[acronym] = spelling.lexemes
            else:
                _add_words(made, spelling)
        for beginnings in (made.han, made.words):
            for ways in beginnings.values():
                ways.sort(key=lambda way: -len(way[0]))
        return made

    @cached_property
    def by_pinyin(self) -> dict[str, list[Spelling]]:
        """Chinese terms by their pinyin without blanks."""
        found: dict[str, list[Spelling]] = {}
        for spelling in self.chinese():
            found.setdefault(pinyin_of(spelling.text), []).append(spelling)
        return found

    @cached_property
    def by_initials(self) -> dict[str, list[Spelling]]:
        found: dict[str, list[Spelling]] = {}
        for spelling in self.chinese():
            found.setdefault(initials_of(spelling.text), []).append(spelling)
        return found

    @cached_property
    def by_gap(self) -> dict[str, list[tuple[int, Spelling]]]:
        """Chinese terms and their places in the book, by what is left when one character is not
        looked at: a question of thousands of characters asks for each of its stretches."""
        found: dict[str, list[tuple[int, Spelling]]] = {}
        for place, spelling in enumerate(self.chinese()):
            for gap in gaps_of(spelling.text):
                found.setdefault(gap, []).append((place, spelling))
        return found

    @cached_property
    def words(self) -> dict[str, list[Spelling]]:
        """English terms of one word, by that word in small letters."""
        found: dict[str, list[Spelling]] = {}
        for spelling in self.spellings.values():
            plain = normalised(spelling.text)
            if not HAN.search(plain) and " " not in plain:
                found.setdefault(plain, []).append(spelling)
        return found

    @cached_property
    def stems(self) -> dict[str, list[Spelling]]:
        """The same by their stems."""
        return {stem(word): spellings for word, spellings in self.words.items()}

    def chinese(self) -> Iterator[Spelling]:
        for spelling in self.spellings.values():
            if spelling.language == CHINESE and HAN.search(spelling.text):
                yield spelling


def gaps_of(text: str) -> list[str]:
    """Return a text with a gap in the place of each of its characters in turn."""
    return [f"{text[:place]}\0{text[place + 1 :]}" for place in range(len(text))]


def _add_words(made: Terms, spelling: Spelling) -> None:
    for stems in variants_of(spelling.text):
        made.words.setdefault(stems[0], []).append((stems, spelling.lexemes))


def pinyin_of(text: str) -> str:
    return "".join(_syllables_of(text))


def initials_of(text: str) -> str:
    return "".join(syllable[:1] for syllable in _syllables_of(text))


@lru_cache(maxsize=MOST_KEPT)
def _syllables_of(text: str) -> list[str]:
    return chinese.syllables(normalised(text), han_alone=True)


def concept_key(primary_key: int) -> str:
    return f"#c{primary_key}"


def made() -> Book:
    """Make the book from the rows as they are now."""
    book = Book()
    for subject in _concepts():
        book.add(subject, is_proper=False)
    for source in sources():
        for subject in source.rows():
            book.add(subject, is_proper=source.are_proper)
    return book


def _concepts() -> Iterator[Named]:
    names: dict[int, list[tuple[str, str]]] = {}
    rows = Term.objects.filter(concept__is_active=True).order_by("concept_id", "order", "pk")
    for concept, language, text in rows.values_list("concept_id", "language", "text"):
        names.setdefault(concept, []).append((language, text))
    broader = dict(Concept.objects.values_list("pk", "broader_id"))
    for pk, texts in names.items():
        yield Named(concept_key(pk), tuple(texts), tuple(_all_broader(pk, broader)))


def _all_broader(key: int, broader: Mapping[int, int | None]) -> Iterable[str]:
    seen = {key}
    above = broader.get(key)
    while above is not None and above not in seen:
        yield concept_key(above)
        seen.add(above)
        above = broader.get(above)


@dataclass
class _Kept:
    """The book this process made last, and of which state."""

    state: str = ""
    book: Book | None = None
    until: float = 0.0


_kept = _Kept()
_one_at_a_time = Lock()
TRUSTED_FOR: Final = 1.0  # seconds
SCOPES: Final = ("glossary", "reference", "partnership")


def current() -> Book:
    """Return the book; it is made anew when glossary, places, themes or organisations changed,
    which searches see within a second and saves at once."""
    if _kept.book is not None and not connection.in_atomic_block and time.monotonic() < _kept.until:
        return _kept.book
    state = _state()
    with _one_at_a_time:
        if _kept.book is None or _kept.state != state:
            _kept.book, _kept.state = made(), state
        _kept.until = time.monotonic() + TRUSTED_FOR
        return _kept.book


def make_ready() -> None:
    """Make the book and what it is asked by, which takes a second, before the first visitor comes;
    where there is no database yet, that visitor waits for it."""
    with suppress(DatabaseError):
        known = current()
        for made_once in ("terms", "narrower", "by_pinyin", "by_initials", "by_gap", "stems"):
            getattr(known, made_once)
    connection.close()


def forget() -> None:
    """Drop what the process keeps."""
    _kept.book, _kept.state, _kept.until = None, "", 0.0


def _state() -> str:
    """Inside a transaction the marks of what is public wait for its end, the names do not."""
    version = publication_version.for_parts()
    if version is not None:
        return version.of(*SCOPES)
    with connection.cursor() as cursor:
        cursor.execute(_sums())
        return str(cursor.fetchall())


@cache
def _sums() -> str:
    tables: list[tuple[type[Model], tuple[str, ...]]] = [(Term, ("concept_id", "key"))]
    for source in sources():
        tables += () if source.are_many else source.columns.items()
    tables.append((Concept, ("broader_id", "is_active")))
    return " UNION ALL ".join(
        SUM.format(columns=", ".join(columns), table=model._meta.db_table)
        for model, columns in tables
    )
