"""Templates that are rendered once and only filled afterwards.

A page made anew spends most of its time on the way through its templates, though they come to the
same every time: what differs are finished pieces of HTML and a few texts. A shell is such a
template, rendered with marks in the places of its pieces:

    filled_shell("cases/detail/header.html", {"case.title": title}, {"case.is_demo": True})

In the template a piece is `{{ case.title }}`, without a filter, and may be asked for by `{% if %}`:
each set of pieces that are there has a shell of its own, and so has each set of the other values,
of which there must be few and which the template may use as it likes. What is not HTML is escaped.
"""

import re
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from django.template import engines
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from partnership.core.markup import html_of

MARK: Final = "\x02{}\x03"
MARKS: Final = re.compile("\x02([^\x03]+)\x03")


def filled_shell(
    template: str, pieces: Mapping[str, object], values: Mapping[str, Hashable]
) -> SafeString:
    """Return `template` with pieces and values; a dot in a name leads to a field of an object."""
    there = tuple([name for name, piece in pieces.items() if piece])
    parts = list(_shell(template, get_language(), there, tuple(values.items())))
    parts[1::2] = [html_of(pieces[name]) for name in parts[1::2]]
    return SafeString("".join(parts))


@lru_cache(maxsize=1024)
def _shell(
    template: str,
    language: str | None,
    pieces: tuple[str, ...],
    values: tuple[tuple[str, Hashable], ...],
) -> list[str]:
    """Return the text before, between and behind the pieces, and the names of these, in turn."""
    marks = [(name, SafeString(MARK.format(name))) for name in pieces]
    made = engines["django"].get_template(template).render(_nested([*values, *marks]))
    return MARKS.split(made)


def _nested(named: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    context: dict[str, Any] = {}
    for name, value in named:
        *objects, last = name.split(".")
        fields = context
        for each in objects:
            fields = fields.setdefault(each, {})
        fields[last] = value
    return context
