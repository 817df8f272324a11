"""A plain Word file: paragraphs in either language, pages on A4. What it is made of is XML in an
archive, and nothing but what Word, WPS and LibreOffice need."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from partnership.core.languages import CHINESE

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT_TYPES: Final = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/></Types>'
)
RELATIONS: Final = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
    f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
# Word chooses by script: `cs` for Thai, Lao, Khmer and Burmese, `eastAsia` for Chinese.
FONTS: Final = (
    '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="SimSun" w:cs="Leelawadee UI"/>'
)
PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1588" '
    'w:bottom="1588" w:left="1588" w:header="851" w:footer="851" w:gutter="0"/></w:sectPr>'
)
CODES: Final = {CHINESE: "zh-CN"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text in one language. `size` is in half points; `breaks` begins a new page."""

    text: str
    language: str
    align: str = "both"
    size: int = 22
    is_bold: bool = False
    breaks: bool = False


def document(paragraphs: Iterable[Paragraph]) -> bytes:
    """Return the file."""
    body = "".join(map(_paragraph, paragraphs))
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": (
            f'{HEAD}<w:document xmlns:w="{NAMESPACE}"><w:body>{body}{PAGE}</w:body></w:document>'
        ),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _paragraph(each: Paragraph) -> str:
    code = quoteattr(CODES.get(each.language, "en-GB"))
    bold = "<w:b/>" if each.is_bold else ""
    new_page = "<w:pageBreakBefore/>" if each.breaks else ""
    looks = (
        f'<w:rPr>{FONTS}{bold}<w:sz w:val="{each.size}"/><w:szCs w:val="{each.size}"/>'
        f"<w:lang w:val={code} w:eastAsia={code}/></w:rPr>"
    )
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(map(_plain, each.text.split("\n")))
    return (
        f'<w:p><w:pPr>{new_page}<w:spacing w:after="160" w:line="360" w:lineRule="auto"/>'
        f'<w:jc w:val="{each.align}"/></w:pPr><w:r>{looks}'
        f'<w:t xml:space="preserve">{lines}</w:t></w:r></w:p>'
    )


def _plain(text: str) -> str:
    """Control characters have no place in XML."""
    return escape("".join(sign for sign in text if sign == "\t" or ord(sign) >= 32))
