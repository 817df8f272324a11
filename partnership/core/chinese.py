"""Words and sounds of Chinese texts.

The dictionaries behind them take half a second each of the start of a process, and most processes
never ask; so they are read with the first question, and by the web server before its first visitor.
"""

from functools import cache
from typing import Any, Final

# Names whose syllables the dictionary of sounds reads otherwise.
READINGS: Final = {
    "都柏林": [["dū"], ["bó"], ["lín"]],
    "勒威克": [["lè"], ["wēi"], ["kè"]],
    "薄辽": [["bó"], ["liáo"]],
}


def read_dictionaries() -> None:
    """Let the first question find both."""
    _words()
    _sounds()


def words(text: str, *, guesses: bool = True) -> list[str]:
    """Return the words of a text in their order; unknown ones are guessed by their characters."""
    found: list[str] = _words().cut(text, guesses)
    return found


def syllables(text: str, *, han_alone: bool = False) -> list[str]:
    """Return the pinyin of each character without tones; what is not Han stays or is left out."""
    found: list[str] = _sounds().lazy_pinyin(text, errors="ignore" if han_alone else "default")
    return found


def sounds(text: str) -> list[str]:
    """Return the pinyin of each Chinese character with its tone; what is not Han is left out."""
    known = _sounds()
    found: list[str] = known.lazy_pinyin(text, style=known.Style.TONE, errors="ignore")
    return found


@cache
def _words() -> Any:
    import rjieba  # noqa: PLC0415 (see above)

    return rjieba


@cache
def _sounds() -> Any:
    import pypinyin  # noqa: PLC0415 (see above)

    pypinyin.load_phrases_dict(READINGS)
    return pypinyin
