"""The text of a section for paper: headings, paragraphs and items of lists, without marks of the page."""

import re
from collections.abc import Iterator
from typing import Final

ITEM: Final = re.compile(r"^[-*+]\s+")
NUMBERED: Final = re.compile(r"^\d{1,3}[.)]\s+")
HEADING: Final = re.compile(r"^#{1,6}\s+")
LINK: Final = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
EMPHASIS: Final = re.compile(r"\*+")

Block = dict[str, str]  # kind and text


def blocks(text: str) -> list[Block]:
    """Return the blocks in order, each of the kind `heading`, `paragraph`, `item` or `numbered`, which
    keeps its number."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return [block for part in parts for block in _of_part(part)]


def _of_part(part: str) -> Iterator[Block]:
    """Lines of a paragraph belong together, except that each item of a list begins anew."""
    gathered: list[Block] = []
    for line in filter(None, map(str.strip, part.split("\n"))):
        kind, text = _kind(line)
        if kind == "paragraph" and gathered and gathered[-1]["kind"] != "heading":
            gathered[-1]["text"] += f"\n{text}"
        else:
            gathered.append({"kind": kind, "text": text})
    yield from gathered


def _kind(line: str) -> tuple[str, str]:
    if HEADING.match(line):
        return "heading", _plain(HEADING.sub("", line))
    if ITEM.match(line):
        return "item", _plain(ITEM.sub("", line))
    return "numbered" if NUMBERED.match(line) else "paragraph", _plain(line)


def _plain(line: str) -> str:
    return EMPHASIS.sub("", LINK.sub(r"\1", line))
