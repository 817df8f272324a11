"""Setting tables of two columns as DOCX; nothing but what Word, WPS and LibreOffice need."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from partnership.core.languages import CHINESE

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES: Final = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{TYPE}.styles+xml"/></Types>'
)
RELATIONS: Final = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
STYLE_RELATION: Final = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
STYLES: Final = (
    f'{HEAD}<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="SimSun"/><w:sz w:val="21"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults></w:styles>"
)
BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="8FA7AE"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" '
    'w:footer="567" w:gutter="0"/></w:sectPr>'
)
COLUMN: Final = 7285  # twentieths of a point
CODES: Final = {CHINESE: "zh-CN", "en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in one language; `key` is the grey line above it."""

    text: str
    language: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """The texts of one object under its title; `key` is the grey line above the table."""

    title: str
    key: str
    rows: Sequence[tuple[Cell, Cell]]


def docx(lines: Iterable[str], sections: Iterable[Section]) -> bytes:
    """Return the file: lines to read first, and a table for each object."""
    body = "".join([*map(_paragraph, lines), *map(_section, sections), PAGE])
    document = f'{HEAD}<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": STYLE_RELATION,
        "word/styles.xml": STYLES,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _section(section: Section) -> str:
    top = _paragraph(section.title, bold=True, size=28) + _grey(section.key)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{2 * COLUMN}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>"
        f'<w:gridCol w:w="{COLUMN}"/><w:gridCol w:w="{COLUMN}"/></w:tblGrid>'
        f"{''.join(_row(left, right) for left, right in section.rows)}</w:tbl>"
    )
    return top + table + _paragraph("")


def _row(left: Cell, right: Cell) -> str:
    return f'<w:tr><w:trPr><w:cantSplit w:val="0"/></w:trPr>{_cell(left)}{_cell(right)}</w:tr>'


def _cell(cell: Cell) -> str:
    lines = [_grey(cell.key)] if cell.key else []
    lines += [_paragraph(line, cell.language) for line in cell.text.split("\n")]
    width = f'<w:tcPr><w:tcW w:w="{COLUMN}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{width}{''.join(lines)}</w:tc>"


def _grey(text: str) -> str:
    return _paragraph(text, size=16, colour="8FA7AE")


def _paragraph(
    text: str, language: str = "", *, bold: bool = False, size: int = 0, colour: str = ""
) -> str:
    code = CODES.get(language, "")
    looks = [
        "<w:b/>" if bold else "",
        f'<w:color w:val="{colour}"/>' if colour else "",
        f'<w:sz w:val="{size}"/>' if size else "",
        f"<w:lang w:val={quoteattr(code)} w:eastAsia={quoteattr(code)}/>" if code else "",
    ]
    run = f"<w:r><w:rPr>{''.join(looks)}</w:rPr>{_text(text)}</w:r>" if text else ""
    return f"<w:p>{run}</w:p>"


def _text(text: str) -> str:
    """Control characters have no place in XML; a form would not have let them in either."""
    plain = "".join(sign for sign in text if sign == "\t" or ord(sign) >= 32)
    return f'<w:t xml:space="preserve">{escape(plain)}</w:t>'
