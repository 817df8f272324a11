"""Taking a text apart: runs of Chinese characters, words of letters and digits, and what they stand
for in the index."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add
from typing import Final

from Stemmer import Stemmer

from partnership.search.language import common_words
from partnership.search.language.characters import HAN, normalised

LONGEST_WORD: Final = 40  # letters; nothing longer is a word, and PostgreSQL limits lexemes
_JOINTS: Final = "-‐‑’'"  # within a word
RUNS: Final = re.compile(
    f"(?P<han>{HAN.pattern}+)|(?P<word>[^\\W_]+(?:[{_JOINTS}][^\\W_]+)*)".replace(
        "[^\\W_]", f"[^\\W_{HAN.pattern[1:-1]}]"
    )
)
LATIN_WORDS: Final = re.compile(r"[A-Za-z]\W+[A-Za-z]")  # two in a row
_PARTS: Final = re.compile(f"[{_JOINTS}]")
ACRONYM: Final = "0"  # before an acronym in the index; no word begins so and ends in letters
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 8


@dataclass(slots=True)
class Word:
    """A word of letters: its stem, the acronym it may be, and its place in the text."""

    stem: str
    text: str
    acronym: str
    start: int
    end: int
    is_common: bool


@dataclass(slots=True)
class Run:
    """A stretch of one script with its place in the text; of letters also its `words`.

    A hyphen parts words: micro-plastics is micro and plastics. `joined` has the other reading.
    """

    text: str
    start: int
    end: int
    is_han: bool
    words: Sequence[Word] = ()
    joined: Word | None = None


@dataclass(frozen=True, slots=True)
class Apart:
    """A text taken apart: as it was, as it is compared, and its runs."""

    original: str
    plain: str
    runs: list[Run]


@cache
def _stemmer() -> Stemmer:
    return Stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return what `word` has in common with its other forms: cleanups and cleanup are one."""
    stemmed: str = _stemmer().stemWord(word[:LONGEST_WORD])
    return stemmed


def apart(text: str) -> Apart:
    """Take a text apart."""
    plain = normalised(text)
    runs: list[Run] = []
    for found in RUNS.finditer(plain):
        run, (start, end) = found.group(), found.span()
        if found.lastgroup == "han":
            runs.append(Run(run, start, end, is_han=True))
        elif run.isalnum():  # nearly every word; a long text has hundreds
            stemmed, acronym, is_common = _known_of(run, text[start:end])
            word = Word(stemmed, run, acronym, start, end, is_common)
            runs.append(Run(run, start, end, is_han=False, words=(word,)))
        else:
            runs.append(_parted(run, text, start))
    return Apart(text, plain, runs)


def _parted(run: str, original: str, start: int) -> Run:
    words, place = [], start
    for part in _PARTS.split(run):
        end = place + len(part)
        if part and part != "s":
            stemmed, acronym, is_common = _known_of(part, original[place:end])
            words.append(Word(stemmed, part, acronym, place, end, is_common))
        place = end + 1
    joined, end = None, start + len(run)
    if len(words) > 1:
        text = "".join(word.text for word in words)
        joined = Word(stem(text), text, "", start, end, is_common=False)
    return Run(run, start, end, is_han=False, words=words, joined=joined)


@lru_cache(maxsize=100_000)
def _known_of(text: str, typed: str) -> tuple[str, str, bool]:
    """Return the stem, the acronym and whether it is a common word, wherever the word stands."""
    acronym = "" if typed.islower() else _acronym(text, typed)
    return stem(text), acronym, text in common_words.ENGLISH and not acronym


def _acronym(text: str, typed: str) -> str:
    has_length = SHORTEST_ACRONYM <= len(text) <= LONGEST_ACRONYM
    is_capital = text.isascii() and not text.isdigit() and _levelled(typed) == text.upper()
    return ACRONYM + text if has_length and is_capital else ""


def _levelled(typed: str) -> str:
    """Return the letters, full-width capitals as capitals."""
    return unicodedata.normalize("NFKC", typed)


def bigrams(run: str) -> list[str]:
    """Return the pairs of neighbouring characters, for one character that one."""
    return list(map(add, run, run[1:])) or [run]
