"""HTML written by Python, for rows that stand on a page many times.

`format_html` asks of every value in several steps whether it is a lazy text; on a list with its
hundreds of values that is a millisecond. These do the same in less than half the time.
"""

import html
import re
from collections.abc import Iterable
from typing import Final

from django.utils.safestring import SafeString

PARAGRAPHS: Final = re.compile(r"\n{2,}")
SPECIAL: Final = re.compile(r"[&<>\"']")


def escape(text: str) -> str:
    """Return the text as HTML. Most texts have nothing to escape; finding that out by one search
    takes half as long as five replacements."""
    return html.escape(text) if SPECIAL.search(text) else text


def filled(markup: str, *values: object) -> SafeString:
    """Return `markup` with `{}` filled, as `format_html` does: what is not HTML is escaped."""
    return SafeString(
        markup.format(
            *[value if isinstance(value, SafeString) else escape(str(value)) for value in values]
        )
    )


def html_of(value: object) -> str:
    """Return what is HTML already as it is, everything else escaped."""
    return value if isinstance(value, SafeString) else escape(str(value))


def prose(text: str) -> SafeString:
    """Return the paragraphs of a plain text, as the filter `linebreaks` does."""
    plain = escape(text.replace("\r\n", "\n").replace("\r", "\n"))
    paragraphs = PARAGRAPHS.split(plain)
    return SafeString(
        "\n\n".join(["<p>" + part.replace("\n", "<br>") + "</p>" for part in paragraphs])
    )


def joined(markup: str, rows: Iterable[Iterable[object]]) -> SafeString:
    """Return `markup` filled with each of the rows, one behind the other."""
    fill = markup.format
    return SafeString(
        "".join(
            [
                fill(*[v if isinstance(v, SafeString) else escape(str(v)) for v in row])
                for row in rows
            ]
        )
    )
