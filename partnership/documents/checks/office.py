"""Word and Excel files of today: zip archives of XML. Macros and what loads by itself is refused."""

import re
from pathlib import Path
from typing import Final

from . import zips
from .kinds import Kind
from .refusal import Cause, Refused

CONTENT_TYPES: Final = "[Content_Types].xml"
MAIN_PARTS: Final = {"xl/workbook.xml": Kind.XLSX, "word/document.xml": Kind.DOCX}
ACTIVE_PARTS: Final = re.compile(
    r"vbaProject|/activeX/|/embeddings/|\.(bin|exe|dll|js|vbs|hta|scr|ole)$", re.IGNORECASE
)
HARMLESS_BINARY: Final = re.compile(r"/printerSettings/[^/]+\.bin$", re.IGNORECASE)
# In small letters. Office never writes a document type; entities that multiply need one.
FORBIDDEN: Final = (
    b"<!doctype",
    b"<!entity",
    b"<\0!\0",  # the same in UTF-16
    b"\0<\0!",
    b"macroenabled",
    b"ms-office.vbaproject",
    b"ddelink",
    b"ddeauto",
)
REMOTE_TEMPLATE: Final = (b"attachedtemplate", b"external")
OVERLAP: Final = 512  # bytes of a piece seen again with the next, so that no word is cut in two


def kind_of(path: Path, most: int) -> Kind:
    """Return which of the two an archive is; any other archive is refused."""
    with zips.opened(path, most) as archive:
        names = set(archive.namelist())
    if CONTENT_TYPES in names:
        for part, kind in MAIN_PARTS.items():
            if part in names:
                return kind
    raise Refused(Cause.ARCHIVE)


def check(path: Path) -> dict[str, object]:
    return _unpacked(path, zips.MOST_BYTES)


def check_to_read(path: Path) -> dict[str, object]:
    """The same for a workbook that is read and not handed out again."""
    return _unpacked(path, zips.MOST_TO_READ)


def _unpacked(path: Path, most: int) -> dict[str, object]:
    """Unpack every part once, into nothing; return how many there are."""
    with zips.opened(path, most) as archive:
        for name in archive.namelist():
            if ACTIVE_PARTS.search(name) and not HARMLESS_BINARY.search(name):
                raise Refused(Cause.ACTIVE_CONTENT)
        last, tail = "", b""
        for name, piece in zips.pieces(archive, most):
            seen = tail + piece if name == last else piece
            if name.lower().endswith((".xml", ".rels")):
                _require_passive(seen.lower())
            last, tail = name, seen[-OVERLAP:]
        return {"parts": len(archive.namelist())}


def _require_passive(seen: bytes) -> None:
    has_forbidden = any(word in seen for word in FORBIDDEN)
    if has_forbidden or all(word in seen for word in REMOTE_TEMPLATE):
        raise Refused(Cause.ACTIVE_CONTENT)
