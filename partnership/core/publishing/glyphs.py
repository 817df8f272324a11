"""Which characters the fonts lack. Typst prints a box for them and says nothing."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _
from fontTools.ttLib import TTFont

from partnership.core.errors import DomainError
from partnership.core.publishing.fonts import font_files

INVISIBLE = {"Cc", "Cf", "Zl", "Zp"}  # controls and format characters need no glyph


class MissingGlyphs(DomainError):
    """The document would show boxes instead of characters."""

    code = "missing-glyphs"
    message = _(
        "The fonts lack these characters: %(characters)s. Replace them or add a font that has them."
    )


@cache
def covered() -> frozenset[int]:
    """Return the code points of all fonts we set with."""
    points: set[int] = set()
    for file in font_files():
        with TTFont(file, lazy=True) as font:
            points.update(font.getBestCmap())
    return frozenset(points)


def missing_glyphs(data: Any) -> list[str]:
    """Return the characters anywhere in `data` that no font has, each once, in code order."""
    characters = {char for text in texts_in(data) for char in text}
    visible = {char for char in characters if unicodedata.category(char) not in INVISIBLE}
    return sorted(char for char in visible if ord(char) not in covered())


def texts_in(data: Any) -> Iterator[str]:
    """Yield every text in nested lists and mappings."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from texts_in(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from texts_in(value)
