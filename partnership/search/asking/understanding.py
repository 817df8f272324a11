"""What a question means: subjects, words, and what was probably meant instead of a word that stands
nowhere."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from partnership.core import chinese, languages
from partnership.search.asking.correcting import Correction, corrected
from partnership.search.asking.groups import MOST_GROUPS, Asked, Group, Lexemes, all_of, any_of
from partnership.search.asking.phrases import Said, said
from partnership.search.asking.reading import Piece, Read, read
from partnership.search.asking.weighing import Place, kept_questions, places_of, weighed
from partnership.search.glossary.book import Book, current
from partnership.search.glossary.sources import THEME
from partnership.search.indexing.lexemes import number_in, parted_lexemes_of, quoted, sought
from partnership.search.language import common_words
from partnership.search.language.characters import HAN

LETTER: Final = f"[^\\W_{HAN.pattern[1:-1]}]"


@dataclass(frozen=True)
class Question:
    """A question as it was understood. `corrections` say what was taken for what, `unsaid` are
    phrases in quotation marks that stand nowhere: their words are searched for."""

    text: str
    asked: Asked
    corrections: tuple[Correction, ...]
    book: Book
    unsaid: tuple[str, ...] = ()

    @cached_property
    def shown(self) -> str:
        """The question with its corrections, for “showing results for”; what was typed may also be
        the beginning of another word."""
        meant = {correction.typed: correction.meant for correction in self.corrections}
        if not meant:
            return self.text
        typed = "|".join(_alone(text) for text in sorted(meant, key=len, reverse=True))
        return re.sub(typed, lambda found: meant[found.group()], self.text)

    @property
    def language_tag(self) -> str:
        """The language of `shown`, which need not be that of the page."""
        is_chinese = HAN.search(self.shown)
        return languages.tag(languages.CHINESE if is_chinese else languages.ENGLISH)

    @property
    def is_empty(self) -> bool:
        return not self.asked.groups


def _alone(text: str) -> str:
    """Return the pattern of a text that is no part of a longer word of letters."""
    before = "" if HAN.match(text) else f"(?<!{LETTER})"
    after = "" if HAN.match(text[-1:]) else f"(?!{LETTER})"
    return before + re.escape(text) + after


def understood(text: str, *, to_the_letter: bool = False, book: Book | None = None) -> Question:
    """Return what `text` asks for; `to_the_letter` takes no word for another.

    Whoever narrows a list or turns its page asks the same again, so what needs no look at the
    entries is understood once as long as glossary and counts stay the same.
    """
    known = book or current()
    kept, name = kept_questions(), (text, to_the_letter)
    before: Question | None = kept.get(name)
    if before is not None and before.book is known:
        return before
    taken = read(text, known)
    pieces = list(_with_numbers(_told(taken.pieces)))
    question = _question(taken, pieces, known, to_the_letter=to_the_letter)
    if not (taken.excluded or taken.phrases) and all(piece.lexemes for piece in pieces):
        kept[name] = question
    return question


def _question(taken: Read, pieces: list[Piece], known: Book, *, to_the_letter: bool) -> Question:
    quotes = said(taken.phrases)
    where = places_of([_literals(piece) for piece in pieces if not piece.lexemes])
    groups: list[Group] = []
    corrections: list[Correction] = []
    for piece in _rejoined(pieces, known, where):
        place = Place.HEAD if piece.lexemes or to_the_letter else _place(piece, where)
        is_meant_so = piece.is_quoted and quotes is not None
        is_sure = is_meant_so or to_the_letter or piece.lexemes
        correction = None if is_sure else corrected(piece, known, place)
        if correction:
            corrections.append(correction)
            groups.append(_corrected(piece, correction, place))
        else:
            is_in_heads = place == Place.HEAD
            groups.append(_group(piece, known, is_either=is_meant_so, is_in_heads=is_in_heads))
    found = quotes or Said()
    without = tuple(_excluded(taken, known))
    asked = Asked(weighed(_each_once(groups)), without, found.required, found.only)
    unsaid = tuple(taken.phrases) if quotes is None else ()
    return Question(taken.text, asked, tuple(corrections), known, unsaid)


def _told(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces without common words, unless there is nothing else."""
    told = [piece for piece in pieces if piece.lexemes or not _is_common(piece)]
    for piece in told or pieces:
        if piece.is_han and not piece.lexemes and told:
            yield from _words(piece)
        else:
            yield piece


def _is_common(piece: Piece) -> bool:
    words = common_words.CHINESE if piece.is_han else common_words.ENGLISH
    return piece.plain in words or (piece.is_han and len(piece.plain) == 1)


def _words(piece: Piece) -> Iterator[Piece]:
    """Yield the stretches of a Chinese run between common words."""
    start, stretch = piece.start, ""
    for word in [*chinese.words(piece.plain), ""]:
        is_end = not word or word in common_words.CHINESE
        if is_end and len(stretch) > 1:
            yield _part(piece, start, stretch)
        if is_end:
            start, stretch = start + len(stretch) + len(word), ""
        else:
            stretch += word


def _part(piece: Piece, start: int, plain: str) -> Piece:
    offset = start - piece.start
    text = piece.text[offset : offset + len(plain)]
    return replace(piece, text=text, plain=plain, start=start)


def _with_numbers(pieces: Iterable[Piece]) -> list[Piece]:
    """Take a number with hyphens as one word where some text has it so: 2026-001 is neither 2026
    nor 001. Where none has, it is the words it joins."""
    listed = [(piece, () if piece.lexemes else number_in(piece.text)) for piece in pieces]
    where = places_of(number for _piece, number in listed if number)
    return [
        replace(piece, number=number) if number and where[number] else piece
        for piece, number in listed
    ]


def _literals(piece: Piece) -> tuple[str, ...]:
    """Return the lexemes of the words as typed; what has a hyphen is the words it joins."""
    return piece.number or tuple(parted_lexemes_of(piece.text)) or (piece.plain,)


def _place(piece: Piece, where: dict[Lexemes, Place]) -> Place:
    return where.get(_literals(piece), Place.BODY)


def _rejoined(pieces: list[Piece], book: Book, where: dict[Lexemes, Place]) -> Iterator[Piece]:
    """Yield the pieces, joining pinyin typed with blanks: wei su liao."""
    place = 0
    while place < len(pieces):
        for end in range(min(len(pieces), place + 6), place + 1, -1):
            together = pieces[place:end]
            joined = "".join(piece.plain for piece in together)
            are_loose = not any(piece.lexemes or piece.is_han for piece in together)
            if are_loose and joined in book.by_pinyin:
                text = " ".join(piece.text for piece in together)
                whole = replace(pieces[place], text=text, plain=joined)
                where[_literals(whole)] = Place.NOWHERE
                yield whole
                place = end
                break
        else:
            yield from _split(pieces[place], where)
            place += 1


def _split(piece: Piece, where: dict[Lexemes, Place]) -> Iterator[Piece]:
    """Yield a stretch of Chinese whole when it is in some title, summary or label, else its words;
    single characters between them say little."""
    if not piece.is_han or piece.lexemes or _place(piece, where) == Place.HEAD:
        yield piece
        return
    words, start = [], piece.start
    for word in chinese.words(piece.plain):
        if len(word) > 1:
            words.append(_part(piece, start, word))
        start += len(word)
    is_split = words and len(words[0].plain) < len(piece.plain)
    if not is_split:
        yield piece
        return
    where |= places_of([_literals(word) for word in words])
    are_there = any(_place(word, where) == Place.HEAD for word in words)
    yield from words if are_there else [piece]


def _group(piece: Piece, book: Book, *, is_either: bool, is_in_heads: bool) -> Group:
    above = tuple(dict.fromkeys(up for lexeme in piece.lexemes for up in book.broader(lexeme)))
    broader = tuple(up for up in above if up not in book.proper)
    return Group(
        piece.text,
        piece.lexemes,
        _literals(piece),
        _parts(piece, above),
        broader,
        is_either=is_either,
        is_in_heads=is_in_heads,
    )


def _parts(piece: Piece, above: tuple[str, ...]) -> tuple[Lexemes, ...]:
    """Return the subjects that together make up this one, such as litter and monitoring: where one
    of them is the broader one, or the name is only that of a theme."""
    is_theme = all(lexeme.startswith(THEME) for lexeme in piece.lexemes)
    if not is_theme and set(above).isdisjoint(hit.lexeme for hit in piece.inner):
        return ()
    parts: dict[tuple[int, int], list[str]] = {}
    place = piece.start
    for hit in sorted(piece.inner, key=lambda hit: (hit.start, -hit.end)):
        if hit.start >= place or (hit.start, hit.end) in parts:
            parts.setdefault((hit.start, hit.end), []).append(hit.lexeme)
            place = max(place, hit.end)
    return tuple(tuple(part) for part in parts.values()) if len(parts) > 1 else ()


def _corrected(piece: Piece, correction: Correction, place: Place) -> Group:
    """What stands somewhere as it was typed is found as well."""
    if place == Place.NOWHERE:
        literals = tuple(parted_lexemes_of(correction.meant))
        return Group(correction.meant, correction.lexemes, literals)
    return Group(correction.meant, correction.lexemes, _literals(piece), is_either=True)


def _each_once(groups: Iterable[Group]) -> list[Group]:
    """A common word that was misspelt has neither subject nor lexeme: it asks for nothing."""
    once = {group.subjects or group.literals: group for group in groups}
    once.pop((), None)
    return list(once.values())[:MOST_GROUPS]


def _excluded(question: Read, book: Book) -> Iterator[str]:
    for text in question.excluded:
        for piece in _with_numbers(_told(read(text, book).pieces)):
            names = piece.lexemes
            yield any_of(map(quoted, names)) if names else all_of(map(sought, _literals(piece)))
