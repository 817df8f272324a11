"""The kinds of file the portal takes, and how a file's first bytes tell its kind."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from .refusal import Cause, Refused

MB: Final = 1_000_000


class Kind(StrEnum):
    """A kind of file; pictures are one family, however they were saved."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    PDF = "pdf"
    XLSX = "xlsx"
    DOCX = "docx"
    CSV = "csv"
    GEOJSON = "geojson"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One line of the table of kinds: endings of names (the first is ours), size in bytes."""

    media_type: str
    endings: tuple[str, ...]
    largest: int


SHEETS: Final = {
    Kind.JPEG: Sheet("image/jpeg", ("jpg", "jpeg", "jpe", "jfif"), 25 * MB),
    Kind.PNG: Sheet("image/png", ("png",), 25 * MB),
    Kind.WEBP: Sheet("image/webp", ("webp",), 25 * MB),
    Kind.PDF: Sheet("application/pdf", ("pdf",), 25 * MB),
    Kind.XLSX: Sheet(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",), 10 * MB
    ),
    Kind.DOCX: Sheet(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ("docx",),
        10 * MB,
    ),
    Kind.CSV: Sheet("text/csv", ("csv", "txt"), 5 * MB),
    Kind.GEOJSON: Sheet("application/geo+json", ("geojson", "json"), 1 * MB),
}
TABLES: Final = frozenset({Kind.XLSX, Kind.CSV})
PICTURES: Final = frozenset({Kind.JPEG, Kind.PNG, Kind.WEBP})
LARGEST_TO_READ: Final = 20 * MB  # of a table that is read and not handed out again
LARGEST_OF_ALL: Final = max(sheet.largest for sheet in SHEETS.values())

HEAD: Final = 4096  # bytes that tell the kind
ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
PHONES: Final = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1", b"ftypavif")
# Assembled here, so that no virus scanner takes this file for the test file itself.
TEST_VIRUS: Final = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}" + b"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"

FOREIGN: Final = (
    (Cause.OTHER_PICTURE, (b"GIF8", b"II*\0", b"MM\0*", b"BM", b"8BPS", b"\0\0\1\0", b"\xff\x0a")),
    (Cause.OLD_OFFICE, (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")),
    (Cause.PROGRAM, (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!", b"\0asm")),
    (
        Cause.ARCHIVE,
        (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xfd7zXZ", b"BZh", b"(\xb5/\xfd", b"MSCF"),
    ),
)


def detect(head: bytes) -> Kind | None:
    """Return the kind of a file that begins with `head`; None for a zip, whose directory decides.

    Raises Refused for everything the portal does not take.
    """
    if head.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Kind.WEBP
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    if head.startswith(ZIP):
        return None
    _refuse_foreign(head)
    return _kind_of_text(head)


def require_fitting_name(name: str, kind: Kind) -> None:
    """Refuse a name whose ending promises something else than the content is."""
    _stem, dot, ending = name.rpartition(".")
    family = PICTURES if kind in PICTURES else {kind}
    if dot and not any(ending.lower() in SHEETS[each].endings for each in family):
        raise Refused(Cause.NAME_LIES, ending=ending[:20].lower(), kind=kind.value)


def require_fitting_size(size: int, kind: Kind, *, only_read: bool = False) -> None:
    """Refuse what is larger than its kind may be."""
    largest = LARGEST_TO_READ if only_read and kind in TABLES else SHEETS[kind].largest
    if size > largest:
        raise Refused(Cause.TOO_LARGE, most=largest // MB)


def _refuse_foreign(head: bytes) -> None:
    if head[4:12] in PHONES:
        raise Refused(Cause.PHONE_PICTURE)
    for cause, beginnings in FOREIGN:
        if head.startswith(beginnings):
            raise Refused(cause)


def _kind_of_text(head: bytes) -> Kind:
    if TEST_VIRUS in head:
        raise Refused(Cause.VIRUS, name="EICAR")
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"<") or head.startswith((b"\xff\xfe<", b"\xfe\xff\0<")):
        raise Refused(Cause.MARKUP)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(Cause.ENCODING)
    if b"\0" in head:
        raise Refused(Cause.UNKNOWN_KIND)
    return Kind.GEOJSON if text.startswith((b"{", b"[")) else Kind.CSV
