"""The text of a section for paper: headings, paragraphs, items of lists and tables, without marks
of the page."""

import re
from collections.abc import Iterator
from typing import Any, Final

ITEM: Final = re.compile(r"^[-*+]\s+")
NUMBERED: Final = re.compile(r"^\d{1,3}[.)]\s+")
HEADING: Final = re.compile(r"^#{1,6}\s+")
LINK: Final = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
EMPHASIS: Final = re.compile(r"\*+")

SEPARATOR: Final = re.compile(
    r"^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$"
)  # below the heads of a table
CELLS: Final = re.compile(r"(?<!\\)\|")

Block = dict[str, Any]  # kind and text; a table has rows of cells beside it, the first its heads


def blocks(text: str) -> list[Block]:
    """Return the blocks in order, each of the kind `heading`, `paragraph`, `item`, `table` or `numbered`,
    which keeps its number."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return [block for part in parts for block in _of_part(part)]


def _of_part(part: str) -> Iterator[Block]:
    """Lines of a paragraph belong together, except that each item of a list begins anew."""
    gathered: list[Block] = []
    lines = [line for line in map(str.strip, part.split("\n")) if line]
    if len(lines) > 1 and "|" in lines[0] and "|" in lines[1] and SEPARATOR.match(lines[1]):
        yield _table([lines[0], *lines[2:]])
        return
    for line in lines:
        kind, text = _kind(line)
        if kind == "paragraph" and gathered and gathered[-1]["kind"] != "heading":
            gathered[-1]["text"] += f"\n{text}"
        else:
            gathered.append({"kind": kind, "text": text})
    yield from gathered


def _table(lines: list[str]) -> Block:
    """Rows are as wide as the first one: short ones are filled up, long ones cut, as on the page."""
    rows = [_cells(line) for line in lines]
    width = len(rows[0])
    even = [[*row, *[""] * width][:width] for row in rows]
    return {"kind": "table", "rows": even, "text": "\n".join(" ".join(row) for row in even)}


def _cells(line: str) -> list[str]:
    inner = line.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith(r"\|") else inner
    return [_plain(cell.strip().replace(r"\|", "|")) for cell in CELLS.split(inner)]


def _kind(line: str) -> tuple[str, str]:
    if HEADING.match(line):
        return "heading", _plain(HEADING.sub("", line))
    if ITEM.match(line):
        return "item", _plain(ITEM.sub("", line))
    return "numbered" if NUMBERED.match(line) else "paragraph", _plain(line)


def _plain(line: str) -> str:
    return EMPHASIS.sub("", LINK.sub(r"\1", line))
