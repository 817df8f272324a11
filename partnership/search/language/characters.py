"""One spelling for what readers hold to be the same characters.

Every function keeps the length of a text, character for character: what is found in the normalised
text stands at the same place in the original, which is how marks come to be right.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from opencc import OpenCC

LONGEST_KEPT: Final = 20_000  # single normalised characters; there are not many more in use
_HAN: Final = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN: Final = re.compile(f"[{_HAN}]")
UNDECOMPOSED: Final = {"đ": "d", "ø": "o", "ł": "l", "ı": "i"}


@lru_cache(maxsize=LONGEST_KEPT)
def _character(character: str) -> str:
    """Full width becomes half width, capitals small, accents go; never longer or shorter."""
    wide = unicodedata.normalize("NFKC", character)
    if len(wide) != 1:
        return character
    base, *marks = list(unicodedata.normalize("NFD", wide))
    plain = base if all(map(unicodedata.combining, marks)) else wide
    lower = plain.lower()
    return UNDECOMPOSED.get(lower, lower if len(lower) == 1 else plain)


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def folded(text: str) -> str:
    """Return `text` with width, case and accents levelled."""
    if text.isascii():
        return text.lower()
    return "".join(map(_character, text))


def normalised(text: str) -> str:
    """Return `text` as everything in the index is written: folded, Chinese in simplified form."""
    plain = folded(text)
    if not HAN.search(plain):
        return plain
    simple = _converter().convert(plain)
    return simple if len(simple) == len(plain) else _one_by_one(plain)


def _one_by_one(text: str) -> str:
    """Phrases may change their length; single characters do not."""
    return "".join(_simplified(character) for character in text)


@lru_cache(maxsize=LONGEST_KEPT)
def _simplified(character: str) -> str:
    simple: str = _converter().convert(character)
    return simple if len(simple) == 1 else character
