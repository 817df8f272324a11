"""What a word that stands nowhere may mean: pinyin, initials, an unfinished or misspelt word, a
character that sounds or looks alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from partnership.core import chinese
from partnership.search.asking.reading import Piece
from partnership.search.asking.statements import rows_of
from partnership.search.asking.weighing import Place, is_rare_beside
from partnership.search.glossary.book import Book, Spelling, gaps_of, pinyin_of
from partnership.search.indexing.lexemes import lexemes_of
from partnership.search.language import common_words
from partnership.search.language.characters import normalised
from partnership.search.language.words import stem

SHORTEST_BEGINNING: Final = 3  # letters of an unfinished word
SHORTEST_MISSPELT: Final = 4
SHORTEST_BEGUN: Final = 5  # letters of an unfinished word that stands in some body
LONG_WORD: Final = 7  # letters from which on two may be wrong
LONGER_WORD: Final = 10  # and from which on three may
SHORTEST_HAN, LONGEST_HAN = 2, 8  # characters of a stretch that is looked through
ALIKE: Final = 3  # characters from which on one may be another
CANDIDATES: Final = 12
BEGINNING: Final = """
SELECT word FROM search_knownword WHERE word >= %s AND word < %s
ORDER BY entries DESC, length(word) LIMIT 1
"""
# The operator means a similarity of 0.3, PostgreSQL's own measure; of a short word with two letters
# swapped too little is left for that.
SIMILAR: Final = """
SELECT word FROM search_knownword WHERE word %% %s OR word = ANY(%s)
ORDER BY word = ANY(%s) DESC, similarity(word, %s) DESC, entries DESC LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Correction:
    """`meant` is searched for instead of `typed`; `lexemes` are its subjects, if it has any."""

    typed: str
    meant: str
    lexemes: tuple[str, ...] = ()


def corrected(piece: Piece, book: Book, place: Place) -> Correction | None:
    """Return what was probably meant, or None. What stands in the body of some text is left as it
    is, unless a word of the glossary is very near; what stands in titles, unless it breaks off."""
    found = _probably(piece, book, place)
    is_same = found is not None and normalised(found.meant) == normalised(found.typed)
    return None if is_same else found


def _probably(piece: Piece, book: Book, place: Place) -> Correction | None:
    if place == Place.HEAD:
        return _broken_off(piece, book)
    is_strict = place == Place.BODY
    if piece.is_han:
        is_word = len(chinese.words(piece.plain, guesses=False)) < len(piece.plain)
        if is_strict and is_word:
            return _chinese(piece, book, ALIKE) or _quoted(piece, book)
        return _chinese(piece, book, SHORTEST_HAN)
    return _near(piece, book) if is_strict else _letters(piece, book)


def _broken_off(piece: Piece, book: Book) -> Correction | None:
    """Return the Chinese term of which the last character is missing: 蓝色债券 for 蓝色债."""
    text = piece.plain
    if not piece.is_han or len(text) < ALIKE or len(chinese.words(text)[-1]) > 1:
        return None
    for term, lexemes in book.terms.han.get(text[:2], ()):
        if term.startswith(text) and len(term) == len(text) + 1:
            return Correction(piece.text, term, lexemes)
    return None


def _near(piece: Piece, book: Book) -> Correction | None:
    word = piece.plain
    by_pinyin = book.by_pinyin.get(word)
    if by_pinyin and len(word) > SHORTEST_MISSPELT:
        return _of(piece, by_pinyin[0])
    if len(word) < SHORTEST_BEGUN:
        return None
    begun = min((term for term in book.words if term.startswith(word)), key=len, default="")
    meant = begun or (_misspelt(word) if len(word) >= LONG_WORD else "")
    known = book.stems.get(stem(meant)) if meant else None
    return _of(piece, known[0]) if known else None


def _of(piece: Piece, spelling: Spelling) -> Correction:
    return Correction(piece.text, spelling.text, spelling.lexemes)


def _letters(piece: Piece, book: Book) -> Correction | None:
    word = piece.plain.replace("'", "")
    for spellings in (book.by_pinyin.get(word), book.by_initials.get(word)):
        if spellings:
            return _of(piece, spellings[0])
    meant = _begun(word, book) or _misspelt(word)
    if not meant:
        return _pinyin_begun(piece, word, book)
    spellings = book.stems.get(stem(meant))
    lexemes = spellings[0].lexemes if spellings else ()
    return Correction(piece.text, meant, lexemes)


def _begun(word: str, book: Book) -> str:
    """Return the shortest term of the glossary that begins so, else the most frequent word."""
    if len(word) < SHORTEST_BEGINNING:
        return ""
    terms = [term for term in book.words if term.startswith(word)]
    if terms:
        return min(terms, key=lambda term: (len(term), term))
    rows = rows_of(BEGINNING, [word, word + "\U0010ffff"])
    return rows[0][0] if rows else ""


def _pinyin_begun(piece: Piece, word: str, book: Book) -> Correction | None:
    if len(word) < SHORTEST_BEGINNING:
        return None
    begun = [pinyin for pinyin in book.by_pinyin if pinyin.startswith(word)]
    return _of(piece, book.by_pinyin[min(begun, key=len)][0]) if begun else None


def _misspelt(word: str) -> str:
    if len(word) < SHORTEST_MISSPELT:
        return ""
    swapped = [
        word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        for place in range(len(word) - 1)
    ]
    known = [row[0] for row in rows_of(SIMILAR, [word, swapped, swapped, word, CANDIDATES])]
    allowed = 1 + (len(word) >= LONG_WORD) + (len(word) >= LONGER_WORD)
    near = [
        (distance(word, other), other in common_words.ENGLISH, place)
        for place, other in enumerate(known)
    ]
    near = [
        (steps, is_common, place)
        for steps, is_common, place in near
        if steps <= allowed and set(word[:2]) & {known[place][0]}
    ]
    return known[min(near)[-1]] if near else ""


def distance(one: str, other: str) -> int:
    """Return how many letters were added, left out, mistaken or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        before, last, row = row, before, [place]
        for column, target in enumerate(other, 1):
            steps = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != target))
            is_swap = place > 1 and column > 1 and one[place - 2] == target
            if is_swap and letter == other[column - 2]:
                steps = min(steps, last[column - 2] + 1)
            row.append(steps)
    return row[-1]


def _chinese(piece: Piece, book: Book, shortest: int) -> Correction | None:
    """Look at the whole stretch first, then at shorter ones within it."""
    for text in _stretches(piece.plain, shortest):
        alike = _sounds_like(text, book) or _looks_like(text, book)
        if alike:
            place = piece.plain.index(text)
            return Correction(piece.text[place : place + len(text)], alike.text, alike.lexemes)
    return None


def _stretches(text: str, shortest: int) -> Iterator[str]:
    for length in range(min(len(text), LONGEST_HAN), shortest - 1, -1):
        for start in range(len(text) - length + 1):
            yield text[start : start + length]


def _quoted(piece: Piece, book: Book) -> Correction | None:
    """Return what a word of two characters stands for that some text only quotes, as 珊湖 for 珊瑚:
    it sounds the same, tones too, has one of the characters, and is rare beside the other."""
    text = piece.plain
    if len(text) != SHORTEST_HAN:
        return None
    for spelling in book.by_pinyin.get(pinyin_of(text), []):
        has_length = len(spelling.text) == len(text)
        if (
            has_length
            and _differing(normalised(spelling.text), text) == 1
            and chinese.sounds(spelling.text) == chinese.sounds(text)
            and is_rare_beside(tuple(lexemes_of(text)), spelling.lexemes)
        ):
            return _of(piece, spelling)
    return None


def _sounds_like(text: str, book: Book) -> Spelling | None:
    same = book.by_pinyin.get(pinyin_of(text), [])
    return next((spelling for spelling in same if len(spelling.text) == len(text)), None)


def _looks_like(text: str, book: Book) -> Spelling | None:
    if len(text) < ALIKE:
        return None
    # None of them is the text itself: that sounds like it, too, and was found before.
    near = [each for gap in gaps_of(text) for each in book.by_gap.get(gap, ())]
    return min(near, key=itemgetter(0))[1] if near else None


def _differing(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))
