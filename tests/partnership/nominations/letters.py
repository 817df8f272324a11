"""Letters that tests issue, and what stands in their files."""

import io
import re
import zipfile
from typing import Any

from pypdf import PdfReader

from partnership.nominations import actions
from partnership.nominations.choices import LetterKind
from partnership.nominations.models import Letter
from tests.factories.events import EventFactory, RegistrationFactory, clerk


def letter_to(name: str = "Mei", kind: LetterKind = LetterKind.INVITATION, **values: Any) -> Letter:
    event = EventFactory(published=True)
    row = RegistrationFactory(event=event, name=name, **values)
    return actions.issue_to_person(row, kind, by=clerk())


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def squeezed(text: str) -> str:
    """Return the text without blanks and line ends, which setting puts elsewhere."""
    return re.sub(r"\s", "", text)


def words_of(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return re.sub(r"<[^>]+>", " ", archive.read("word/document.xml").decode())
