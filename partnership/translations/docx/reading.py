"""Reading the tables back, however they were saved: runs are joined, what was struck out is left
out."""

import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from partnership.translations.docx.writing import NAMESPACE
from partnership.translations.errors import HandoutDamaged

FILE_KEY: Final = re.compile(r"\[PT-([0-9a-f]{12})\]")
ROW_KEY: Final = re.compile(r"\[T-(\d{1,18})\]")
LARGEST: Final = 20_000_000  # bytes of the text's part, unpacked


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


SIGNS: Final = {
    _name("tab"): "\t",
    _name("br"): "\n",
    _name("cr"): "\n",
    _name("noBreakHyphen"): "-",
}
LEFT_OUT: Final = frozenset({_name("del"), _name("moveFrom"), _name("delText"), _name("instrText")})


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of the table; `key` is None where the grey line is gone."""

    key: int | None
    source: str
    text: str


@dataclass
class ReadFile:
    """What a file says of one object. `key` is empty when it was not made here."""

    key: str = ""
    rows: list[ReadRow] = field(default_factory=list)


def read(path: Path) -> list[ReadFile]:
    """Return key and rows of each object in a DOCX that has passed the check of files, at least one.
    Raises HandoutDamaged."""
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo("word/document.xml").file_size > LARGEST:
                raise HandoutDamaged
            content = archive.read("word/document.xml")
        # The check of files has refused document types, so there are no entities to expand.
        root = ElementTree.fromstring(content)  # noqa: S314
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, OSError) as broken:
        raise HandoutDamaged from broken
    return _parts(root)


def _parts(root: ElementTree.Element) -> list[ReadFile]:
    """What stands below a key belongs to it; rows above the first one belong to that one."""
    parts: dict[str, ReadFile] = {}
    current, place = ReadFile(), 0
    for element in root.iter():
        if element.tag == _name("p") and (key := FILE_KEY.search(_text(element))):
            above = [] if parts else current.rows
            current = parts.setdefault(key[1], ReadFile(key[1]))
            current.rows += above
        elif element.tag == _name("tbl"):
            place = 0
        elif element.tag == _name("tr"):
            current.rows += _row(element, is_first=place == 0)
            place += 1
    return list(parts.values()) or [current]


def _row(row: ElementTree.Element, *, is_first: bool) -> list[ReadRow]:
    cells = [_lines(cell) for cell in row.iter(_name("tc"))]
    if len(cells) < 2:
        return []
    keys = [ROW_KEY.search(line) for line in cells[0]]
    key = next((match for match in keys if match), None)
    source = [line for line, match in zip(cells[0], keys, strict=True) if not match]
    text = "\n".join(line for line in cells[1] if not ROW_KEY.search(line)).strip()
    if key is None and (is_first or not text):
        return []  # the head of the table, or a row somebody added and left empty
    return [ReadRow(int(key[1]) if key else None, "\n".join(source).strip(), text)]


def _lines(cell: ElementTree.Element) -> list[str]:
    return [line for each in cell.iter(_name("p")) for line in _text(each).split("\n")]


def _text(element: ElementTree.Element) -> str:
    """Return what can be read in a paragraph: insertions in, deletions out."""
    if element.tag in LEFT_OUT:
        return ""
    if element.tag == _name("t"):
        return element.text or ""
    if element.tag in SIGNS:
        return SIGNS[element.tag]
    return "".join(_text(child) for child in element)
