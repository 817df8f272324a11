"""Opening an uploaded workbook; what might do harm or is none is refused before it is read."""

import io
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, Protocol
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from monitoring.workbook.cells import Cell, Oddity
from monitoring.workbook.columns import COUNTS, STAMP, SURVEYS
from monitoring.workbook.errors import Encrypted, TooLarge, Unreadable, WithMacros, WrongTemplate
from monitoring.workbook.full_books import FullBook
from monitoring.workbook.layouts import Layout, stamped
from monitoring.workbook.plain_books import CELL, PlainBook, is_plain

MOST_BYTES: Final = 20 * 1024 * 1024
MOST_UNPACKED: Final = 100 * 1024 * 1024
MOST_ROWS: Final = 100_000  # of one sheet
MOST_CELLS: Final = 400_000  # of one sheet, empty ones within its bounds included
INDEX: Final = "xl/workbook.xml"  # where a workbook lists its sheets
LARGEST_INDEX: Final = 1024 * 1024
OURS: Final = frozenset({STAMP, SURVEYS, COUNTS})
OLE: Final = b"\xd0\xcf\x11\xe0"  # how encrypted and old files begin
ZIP: Final = b"PK\x03\x04"
UTF_16: Final = (
    b"\xff\xfe",
    b"\xfe\xff",
    b"<\x00",
    b"\x00<",
)  # in which nothing below would be found
SPANNING: Final = re.compile(rb"<(?:[^\s<>/:]+:)?(?:mergeCell|hyperlink)\b([^>]*)")
PLACE: Final = re.compile(rb"\bref\s*=\s*[\"']([$A-Z0-9:]+)[\"']")
BROKEN: Final = (
    BadZipFile, InvalidFileException, ParseError, zlib.error, EOFError, OSError,
    AttributeError, IndexError, KeyError, TypeError, ValueError, RuntimeError,
)  # fmt: skip


class Sheets(Protocol):
    """A workbook that was opened, by whichever reader."""

    @property
    def titles(self) -> list[str]: ...

    def size(self, title: str) -> tuple[int, int]: ...

    def lines(self, title: str) -> Iterator[list[Cell]]: ...

    def oddities(self, title: str) -> Iterable[Oddity]: ...


class OwnSheet(NamedTuple):
    """The one sheet that is read of an organisation's own workbook."""

    title: str
    lines: list[list[Cell]]
    oddities: list[Oddity]


def opened(content: bytes) -> tuple[Sheets, Layout]:
    """Return the workbook and which one it is; a DomainError says why it is not taken and what to do."""
    book = _bounded(content)
    layout = stamped(_first(book, STAMP)) if STAMP in book.titles else None
    if layout is None:
        raise WrongTemplate
    return book, layout


def own_sheet(content: bytes) -> OwnSheet | None:
    """Return the first sheet with content of a workbook that is not of ours; None for ours, present
    or not, and for what is no workbook."""
    if _may_be_ours(content):
        return None
    book = _bounded(content)
    if set(book.titles) & OURS:
        return None
    for title in book.titles:
        lines = list(book.lines(title))
        if any(cell.text for line in lines for cell in line):
            return OwnSheet(title, lines, list(book.oddities(title)))
    return None


def _may_be_ours(content: bytes) -> bool:
    """Tell it by the list of sheets alone, so that our workbook is not read twice; what is broken is
    told when it is read."""
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            index = packed.getinfo(INDEX)
            return index.file_size > LARGEST_INDEX or STAMP.encode() in packed.read(index)
    except BROKEN:
        return True


def _bounded(content: bytes) -> Sheets:
    """Return a workbook that does no harm and is not too large, whoever made it."""
    book: Sheets
    book = PlainBook(content) if _examined(content) else FullBook(_loaded(content))
    for title in book.titles:
        rows, columns = book.size(title)
        if rows > MOST_ROWS or rows * columns > MOST_CELLS:
            raise TooLarge(most=MOST_ROWS)
    return book


def _first(book: Sheets, title: str) -> str:
    return next((line[0].text for line in book.lines(title) if line), "")


def loaded(content: bytes) -> Workbook:
    """Return the workbook in `content`, whichever it is."""
    _examined(content)
    return _loaded(content)


def _loaded(content: bytes) -> Workbook:
    try:
        return load_workbook(io.BytesIO(content))
    except BROKEN as broken:
        raise Unreadable from broken


def _examined(content: bytes) -> bool:
    """Refuse what might do harm; tell whether the fast reader may have it."""
    if len(content) > MOST_BYTES:
        raise TooLarge(most=MOST_ROWS)
    if content.startswith(OLE):
        raise Encrypted
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            _require_bounded(packed)
            return is_plain(packed)
    except BROKEN as broken:
        raise Unreadable from broken


def _require_bounded(packed: ZipFile) -> None:
    """Refuse what would run, and what would grow without bounds when it is loaded."""
    parts = packed.infolist()
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise WithMacros
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise TooLarge(most=MOST_ROWS)
    for part in parts:
        text = packed.read(part)
        if text.startswith(UTF_16):
            raise Unreadable
        spanned = sum(_area(found[1]) for found in SPANNING.finditer(text))
        if spanned + sum(1 for _cell in CELL.finditer(text)) > MOST_CELLS:
            raise TooLarge(most=MOST_ROWS)


def _area(attributes: bytes) -> int:
    """Return how many cells an element is about; each of them is made when it is loaded."""
    found = PLACE.search(attributes)
    if found is None:
        raise Unreadable
    left, top, right, bottom = range_boundaries(found[1].decode().replace("$", ""))
    if None in (left, top, right, bottom):
        raise Unreadable
    return (right - left + 1) * (bottom - top + 1)
