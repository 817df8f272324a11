"""The references of a case."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from django.utils.safestring import SafeString

from cases.choices import SourceType
from cases.codes import source_language
from cases.dossier.rows import Source
from partnership.core import languages
from partnership.core.choices import label_of
from partnership.core.markup import filled, html_of, joined
from partnership.core.partial_dates import display

SOURCE: Final = """<li id="source-{}">
  <p lang="{}">{}</p>{}
  <p class="soft small"><span class="grade">{}</span> {}</p>
</li>
"""
TITLE: Final = '<a href="{}" rel="external noreferrer">{}</a>'
TRANSLATION: Final = '\n  <p class="soft" lang="{}">{}</p>'


def source_rows(sources: Iterable[Source]) -> SafeString:
    """Return the references, numbered as the figures cite them."""
    readers = languages.current()
    return joined(
        SOURCE,
        [
            (
                *(number, source.tag, _work(source), _translation(source, readers), source.grade),
                _kind(readers, source.type, source.issued, source.language),
            )
            for number, source in enumerate(sources, start=1)
        ],
    )


def _work(source: Source) -> SafeString:
    title = filled(TITLE, source.url, source.title) if source.url else source.title
    parts = (source.author, title, source.container, source.publisher)
    return SafeString(". ".join([html_of(part) for part in parts if part]))


def _translation(source: Source, readers: str) -> SafeString | str:
    gloss = source.gloss(readers)
    return filled(TRANSLATION, source.translation_tag, gloss) if gloss else ""


@lru_cache(maxsize=4096)
def _kind(_readers: str, kind: str, issued: str, language: str) -> str:
    """Every case says it of a dozen sources, and of most the same."""
    known = (label_of(SourceType, kind), display(issued), source_language(language))
    return " · ".join([text for text in known if text])
