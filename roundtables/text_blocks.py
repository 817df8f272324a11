"""The text of a section for paper: paragraphs and items of lists, without marks of the page."""

import re
from collections.abc import Iterator
from typing import Final

ITEM: Final = re.compile(r"^\s*[-*+]\s+")
LINK: Final = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
EMPHASIS: Final = re.compile(r"\*+")

Block = dict[str, str]  # kind and text


def blocks(text: str) -> list[Block]:
    """Return the blocks in order, each of the kind `paragraph` or `item`."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip())
    return [block for part in parts for block in _of_part(part)]


def _of_part(part: str) -> Iterator[Block]:
    """Lines of a paragraph belong together, except that each item of a list begins anew."""
    gathered: list[Block] = []
    for line in filter(None, map(str.strip, part.split("\n"))):
        if ITEM.match(line):
            gathered.append({"kind": "item", "text": _plain(ITEM.sub("", line))})
        elif gathered:
            gathered[-1]["text"] += f"\n{_plain(line)}"
        else:
            gathered.append({"kind": "paragraph", "text": _plain(line)})
    yield from gathered


def _plain(line: str) -> str:
    return EMPHASIS.sub("", LINK.sub(r"\1", line)).lstrip("# ")
