"""Whether the two texts of a pair agree and are well set."""

import re
from collections.abc import Iterator
from typing import Any

from cases.demo.shape import PAIR, Problem
from partnership.core import numerals

HAN = "[\u3400-\u9fff]"
HALF_WIDTH = re.compile(rf"(?<={HAN})[,;:?!()](?!\d)|[,;:?!()](?={HAN})|(?<={HAN})\.(?!\d)")
SPACED = re.compile(rf"(?<={HAN})[ \t]+(?=[\w{HAN[1:-1]}])|(?<=\w)[ \t]+(?={HAN})")
WIDE = re.compile(r"[，。；：？！（）、“”]")
MARKUP = re.compile(r"<[a-zA-Z/]|\*\*|^#|\]\(", re.MULTILINE)


def problems(data: Any, key: str = "") -> Iterator[Problem]:
    """Yield (key, cure) for every pair of texts anywhere in the data."""
    if isinstance(data, dict) and set(data) == set(PAIR):
        yield from _pair(data["zh"], data["en"], key)
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from problems(value, f"{key}.{name}" if key else name)
    elif isinstance(data, list):
        for index, value in enumerate(data, start=1):
            yield from problems(value, f"{key}[{index}]")


def _pair(chinese: str, english: str, key: str) -> Iterator[Problem]:
    for match in HALF_WIDTH.finditer(chinese):
        yield f"{key}.zh", f"half-width {match[0]!r} in “{_around(chinese, match)}”; use full width"
    for match in SPACED.finditer(chinese):
        yield f"{key}.zh", f"a blank in “{_around(chinese, match)}”; write without it"
    for match in WIDE.finditer(english.replace("“", "").replace("”", "")):
        yield f"{key}.en", f"full-width {match[0]!r} in English; use half width"
    for language, text in (("zh", chinese), ("en", english)):
        if MARKUP.search(text):
            yield f"{key}.{language}", "contains markup; write plain text"
    if chinese and english:
        for figure in numerals.only_in_one(chinese, english):
            yield key, f"the figure {figure} stands in one language only; compare the two texts"


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(match.start() - 6, 0) : match.end() + 6].replace("\n", " ")
