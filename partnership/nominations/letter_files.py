"""A letter as PDF and as Word file, Chinese first, English on the next page."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnership.core import languages
from partnership.core.publishing import make_pdf
from partnership.core.publishing.word import Paragraph, document
from partnership.nominations.models import Letter


def pdf(letter: Letter) -> bytes:
    """Return the letter set by Typst. Raises MissingGlyphs for a sign no font has."""
    return make_pdf("letter", data_of(letter), dated=letter.issued_at)


def docx(letter: Letter) -> bytes:
    """Return the letter as a file to be edited, signed and sealed."""
    return document(
        paragraph for page in data_of(letter)["pages"] for paragraph in _paragraphs(page)
    )


def data_of(letter: Letter) -> dict[str, Any]:
    """Return what the template `letter.typ` prints: texts only, all of them ready to read."""
    return {
        "title": letter.number_text,
        "pages": [_page(letter, language) for language in languages.LANGUAGES],
    }


def _page(letter: Letter, language: str) -> dict[str, Any]:
    texts = letter.texts[language]
    with override(language):
        return {
            "language": "zh" if language == languages.CHINESE else "en",
            "mark": " · ".join(_marks(letter)),
            "portal": _("China-ASEAN Marine Plastic Reduction Partnership"),
            "number": letter.number_text,
            "title": texts["title"],
            "paragraphs": [part for part in texts["body"].split("\n\n") if part.strip()],
            "signature": texts["signature"],
            "date": _date(letter.issued_at),
        }


def _marks(letter: Letter) -> list[str]:
    """What stands over the letter, in the active language."""
    demo = [_("Demo data")] if letter.event.is_demo else []
    later = letter.replaced_by
    return demo + ([_("Replaced by %(number)s") % {"number": later.number_text}] if later else [])


def _date(moment: datetime) -> str:
    return date_format(timezone.localdate(moment), "DATE_FORMAT")


def _paragraphs(page: dict[str, Any]) -> list[Paragraph]:
    language = languages.CHINESE if page["language"] == "zh" else languages.ENGLISH
    is_second = language != languages.CHINESE
    heads = [(text, size) for text, size in ((page["mark"], 22), (page["portal"], 24)) if text]
    return [
        *(
            Paragraph(text, language, "center", size, is_bold=True, breaks=is_second and not nth)
            for nth, (text, size) in enumerate(heads)
        ),
        Paragraph(page["number"], language, "end", 20),
        Paragraph(page["title"], language, "center", 36, is_bold=True),
        *(Paragraph(text, language) for text in page["paragraphs"]),
        Paragraph(f"{page['signature']}\n{page['date']}", language, "end"),
    ]
