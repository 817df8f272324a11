"""The references of a case."""

from collections.abc import Iterable
from typing import Final

from django.utils.safestring import SafeString

from cases.dossier.rows import Source
from partnership.core.markup import filled, html_of, joined

SOURCE: Final = """<li id="source-{}">
  <p lang="{}">{}</p>{}
  <p class="soft small"><span class="grade">{}</span> {}</p>
</li>
"""
TITLE: Final = '<a href="{}" rel="external noreferrer">{}</a>'
TRANSLATION: Final = '\n  <p class="soft" lang="{}">{}</p>'


def source_rows(sources: Iterable[Source]) -> SafeString:
    """Return the references, numbered as the figures cite them."""
    return joined(
        SOURCE,
        [
            (number, source.tag, _work(source), _translation(source), source.grade, _kind(source))
            for number, source in enumerate(sources, start=1)
        ],
    )


def _work(source: Source) -> SafeString:
    title = filled(TITLE, source.url, source.title) if source.url else source.title
    parts = (source.author, title, source.container, source.publisher)
    return SafeString(". ".join([html_of(part) for part in parts if part]))


def _translation(source: Source) -> SafeString | str:
    if not source.title_translation:
        return ""
    return filled(TRANSLATION, source.translation_tag, source.title_translation)


def _kind(source: Source) -> str:
    known = (source.type_label, source.issued_text, source.language_label)
    return " · ".join([text for text in known if text])
