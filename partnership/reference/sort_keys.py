"""Stored keys that put names into the order readers expect, on every server alike.

The columns use COLLATE "C": the embedded PostgreSQL has no ICU and servers differ, so the order
is made here and not by the database's locale.
"""

import re
import unicodedata
from typing import Final

from partnership.core import chinese
from partnership.core.languages import CHINESE, ENGLISH

SORT_KEYS: Final = {CHINESE: "sort_key_zh", ENGLISH: "sort_key_en"}

_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[\W_]+")


def chinese_sort_key(name: str) -> str:
    """Return the pinyin of `name` without tones, a blank between syllables: 厦门 -> XIA MEN.

    The blank sorts before every letter, so 西安 (XI AN) stands before 厦门, as in a dictionary.
    """
    return english_sort_key(" ".join(chinese.syllables(name)))


def english_sort_key(name: str) -> str:
    """Return `name` in capitals without accents and punctuation: Đà Nẵng -> DA NANG."""
    base = name.replace("Đ", "D").replace("đ", "d")
    bare = "".join(
        character
        for character in unicodedata.normalize("NFD", base)
        if not unicodedata.combining(character)
    )
    return _NEITHER_LETTER_NOR_DIGIT.sub(" ", bare).strip().upper()
