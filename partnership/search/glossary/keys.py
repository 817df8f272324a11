"""What a term of the glossary comes down to."""

from collections.abc import Sequence
from functools import lru_cache

from partnership.search.language import common_words
from partnership.search.language.words import Word, apart, bigrams

SHORTEST_HAN = 2  # characters; a single one stands in words of every meaning
SHORTEST_WORD = 2  # letters
MOST_KEPT = 50_000  # terms; the book is made of the same ones again and again


@lru_cache(maxsize=MOST_KEPT)
def key_of(text: str) -> str:
    """Return what is compared with texts: Chinese as normalised, English as stems. Empty when the
    term would match everything: a mark, one Chinese character, common words alone."""
    key = " ".join(parts_of(text))
    return "" if _is_everywhere(key) else key


def parts_of(text: str) -> list[str]:
    """Return Chinese runs and English stems in their order, without common words."""
    parts: list[str] = []
    for run in apart(text).runs:
        parts += [run.text] if run.is_han else _stems(run.words)
    return parts


@lru_cache(maxsize=MOST_KEPT)
def variants_of(text: str) -> frozenset[tuple[str, ...]]:
    """Return the ways a term of letters may be written: clean-up, cleanup."""
    parted, together = [], []
    for run in apart(text).runs:
        parted += _stems(run.words)
        together += [run.joined.stem] if run.joined else _stems(run.words)
    return frozenset({tuple(parted), tuple(together)} - {()})


def _stems(words: Sequence[Word]) -> list[str]:
    return [word.stem for word in words if not word.is_common]


@lru_cache(maxsize=MOST_KEPT)
def acronym_of(text: str) -> str:
    """Return the acronym a term is, such as `0epr`, else nothing."""
    taken = apart(text)
    words = [word for run in taken.runs for word in run.words]
    is_one = len(words) == 1 and words[0].end - words[0].start == len(taken.plain)
    return words[0].acronym if is_one else ""


def _is_everywhere(key: str) -> bool:
    parts = key.split()
    if len(parts) != 1:
        return not parts
    [part] = parts
    if len(bigrams(part)) == 1 and not part.isascii():
        return len(part) < SHORTEST_HAN or part in common_words.CHINESE
    return len(part) < SHORTEST_WORD
