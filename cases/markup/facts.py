"""Short facts, contents, and what stands in lists of words and links."""

from collections.abc import Iterable
from typing import Final

from django.utils.safestring import SafeString

from cases.dossier.citing import Link as CitationFile
from cases.dossier.contents import Heading
from cases.dossier.facts import Fact, Value
from partnership.core.markup import filled, joined

FACT: Final = "<div><dt>{}</dt>{}</div>"
LINK: Final = '<a href="{}">{}</a>'
NOTE: Final = " <small>{}</small>"
VALUE: Final = "<dd>{}{}</dd>"
ITEM: Final = "<li>{}</li>"
HEADING: Final = '<li><a href="#{}">{}</a></li>'


def fact_rows(facts: Iterable[Fact]) -> SafeString:
    """Return each term with its values, which lead to the cases with the same."""
    return joined(FACT, [(fact.term, joined(VALUE, map(_value, fact.values))) for fact in facts])


def _value(value: Value) -> tuple[object, object]:
    text = filled(LINK, value.url, value.text) if value.url else value.text
    return text, filled(NOTE, value.note) if value.note else ""


def heading_rows(contents: Iterable[Heading]) -> SafeString:
    """Return the lines of the table of contents."""
    return joined(HEADING, [(heading.anchor, heading.label) for heading in contents])


def link_rows(links: Iterable[CitationFile]) -> SafeString:
    """Return links beside each other."""
    return joined(LINK, [(link.url, link.label) for link in links])


def item_rows(texts: Iterable[str]) -> SafeString:
    """Return texts as the lines of a list."""
    return joined(ITEM, [(text,) for text in texts])
