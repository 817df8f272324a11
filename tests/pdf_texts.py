"""The text of a PDF as programs that copy and read it find it.

In scripts whose letters join or change places a glyph stands for several characters; the file says
beside the glyphs which text they are (`ActualText`). pypdf reads the glyphs alone.
"""

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

PAIR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
RANGE = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
SECTION = re.compile(r"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)


def squeezed(text: str) -> str:
    """Return a text without blanks, as it can be compared with what a PDF says."""
    return "".join(text.split())


def text_of(content: bytes) -> str:
    """Return all text of a PDF, without blanks."""
    return squeezed("".join("".join(_texts(page)) for page in PdfReader(io.BytesIO(content)).pages))


def _texts(page: Any) -> Iterator[str]:
    fonts = {name: _codes(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
    codes: dict[int, str] = {}
    depths: list[bool] = []  # of marked content: whether it says itself what it is
    for operands, operator in page.get_contents().operations:
        if operator in (b"BDC", b"BMC"):
            actual = _actual_text(operands)
            depths.append(actual is not None)
            yield actual or ""
        elif operator == b"EMC":
            depths.pop()
        elif operator == b"Tf":
            codes = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ") and not any(depths):
            shown = operands[0] if operator == b"TJ" else operands
            yield from (_decoded(part, codes) for part in shown if isinstance(part, str | bytes))


def _actual_text(operands: list[Any]) -> str | None:
    properties = operands[1] if len(operands) > 1 else {}
    return str(properties["/ActualText"]) if "/ActualText" in properties else None


def _decoded(part: str | bytes, codes: dict[int, str]) -> str:
    raw = part if isinstance(part, bytes) else part.original_bytes  # type: ignore[attr-defined]
    numbers = (int.from_bytes(raw[start : start + 2]) for start in range(0, len(raw), 2))
    return "".join(codes.get(number, "") for number in numbers)


def _codes(font: Any) -> dict[int, str]:
    """Return which text each glyph of a font stands for."""
    found: dict[int, str] = {}
    for kind, body in SECTION.findall(font["/ToUnicode"].get_object().get_data().decode("latin-1")):
        if kind == "bfchar":
            found |= {int(code, 16): _characters(text) for code, text in PAIR.findall(body)}
            continue
        for first, last, text in RANGE.findall(body):
            start = int(first, 16)
            for code in range(start, int(last, 16) + 1):
                found[code] = chr(ord(_characters(text)) + code - start)
    return found


def _characters(text: str) -> str:
    return bytes.fromhex(text).decode("utf-16-be")
