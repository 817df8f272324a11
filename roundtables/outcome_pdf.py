"""An outcome document as PDF, set by Typst from its page."""

from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any, Final

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from partnership.core import languages, publication_version
from partnership.core.page_meta import site_url
from partnership.core.publishing import make_pdf
from partnership.documents import storage
from partnership.documents.addresses import SHARED
from partnership.documents.on_page import PictureOnPage
from roundtables.outcome_page import OutcomePage
from roundtables.results import COMMITMENT
from roundtables.text_blocks import blocks

KEPT_FOR: Final = 7 * 24 * 3600  # seconds; another version gets another name
_one_at_a_time: Final = (
    Lock()
)  # setting takes a second of a processor: a process sets one at a time


def pdf_of(page: OutcomePage) -> bytes:
    """Return the PDF of a document that is public in the page's language."""
    shown = publication_version.for_parts()
    if shown is None:  # nothing may be kept
        return _made(page)
    name = f"outcome-pdf:{page.outcome.pk}:{page.language}:{timezone.localdate()}:"
    name += shown.of("roundtables", "documents", "events", "reference", "partnership")
    kept: bytes | None = cache.get(name)
    if kept is None:
        kept = _made(page)
        cache.set(name, kept, KEPT_FOR)
    return kept


def _made(page: OutcomePage) -> bytes:
    with _one_at_a_time:
        pictures = _files(page)
        data = data_of(page, pictures)
        return make_pdf("outcome", data, dated=page.outcome.updated_at, pictures=pictures)


def data_of(page: OutcomePage, pictures: Mapping[str, Path] | None = None) -> dict[str, Any]:
    """Return what the template `outcome.typ` prints: texts only, all of them ready to read."""
    text = languages.column("text", page.language)
    bodies = [getattr(row, text) for row in page.outcome.sections.all()]
    return {
        "language": "zh" if page.language == languages.CHINESE else "en",
        "portal": _("China-ASEAN Marine Plastic Reduction Partnership"),
        "kind": _("Outcome document"),
        "title": page.title,
        "summary": page.summary,
        "mark": _("Demo data") if page.outcome.is_demo else "",
        "address": site_url(page.meta.paths[page.language]),
        "facts": [{"term": fact["term"], "value": fact["value"]} for fact in page.facts],
        "sections": [
            {"title": section.title, "blocks": blocks(body)}
            for section, body in zip(page.sections, bodies, strict=True)
        ],
        "pictures": [_picture(each) for each in page.pictures if _name(each) in (pictures or {})],
        "annexes": [_annex(annex) for annex in page.annexes],
        "commitments": _commitments(page),
        "citations": [
            {"standard": citation.standard, "text": citation.text} for citation in page.citations
        ],
        "words": {
            "annexes": _("Annexes"),
            "cite": _("How to cite this document"),
            "commitments": _("Commitments made there"),
        },
    }


def _files(page: OutcomePage) -> dict[str, Path]:
    """Return the pictures' files; one whose file is gone is left out."""
    files = {_name(each): storage.folder(each.token) / SHARED for each in page.pictures}
    return {name: path for name, path in files.items() if path.is_file()}


def _name(picture: PictureOnPage) -> str:
    return f"picture-{picture.token}.jpg"


def _picture(picture: PictureOnPage) -> dict[str, str]:
    licence = " · ".join(filter(None, [picture.made_by, str(picture.licence_label)]))
    return {
        "name": _name(picture),
        "alt": picture.alt,
        "caption": picture.caption,
        "licence": licence,
    }


def _annex(annex: Any) -> str:
    about = " · ".join(filter(None, [annex.about, str(annex.licence)]))
    return _with_note(str(annex.title), about)


def _commitments(page: OutcomePage) -> list[str]:
    """Those that were agreed, numbered on paper, each with whose it is."""
    found = (each for group in page.results if group.kind == COMMITMENT for each in group.results)
    return [_with_note(each.title, str(each.note)) for each in found]


def _with_note(value: str, note: str) -> str:
    if not note:
        return value
    return pgettext("value with a note", "%(value)s (%(note)s)") % {"value": value, "note": note}
