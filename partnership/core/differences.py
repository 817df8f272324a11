"""What changed between two texts, word by word.

Chinese has no blanks, so each Han character counts as a word; a few characters that happen to
stand between two changes are taken into the change, because a text cut into single characters
cannot be read. Paragraphs are compared first, words within changed paragraphs then.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

HAN: Final = r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f]"
TOKEN: Final = re.compile(rf"{HAN}|(?:(?!{HAN})\w)+(?:[.,'’-](?:(?!{HAN})\w)+)*|\s+|.", re.DOTALL)
SHORTEST_SAME: Final = 3  # characters between two changes that are worth being shown as the same
LONGEST_PARAGRAPH: Final = 4000  # tokens; beyond, paragraphs are shown whole


class Kind(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and what became of it."""

    kind: Kind
    text: str


def words(text: str) -> list[str]:
    """Cut a text into what is compared; joined again it is the text."""
    return TOKEN.findall(text)


def difference(before: str, after: str) -> list[Piece]:
    """Return the pieces that lead from one text to the other, in order."""
    if before == after:
        return [Piece(Kind.SAME, before)] if before else []
    return _joined(_by_paragraphs(before.splitlines(True), after.splitlines(True)))


def _by_paragraphs(before: list[str], after: list[str]) -> Iterator[Piece]:
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        old, new = "".join(before[i:j]), "".join(after[k:m])
        if tag == "replace":
            yield from _by_words(words(old), words(new))
        elif tag == "equal":
            yield Piece(Kind.SAME, old)
        else:
            yield Piece(Kind.REMOVED if tag == "delete" else Kind.ADDED, old or new)


def _by_words(before: list[str], after: list[str]) -> Iterator[Piece]:
    if max(len(before), len(after)) > LONGEST_PARAGRAPH:
        yield Piece(Kind.REMOVED, "".join(before))
        yield Piece(Kind.ADDED, "".join(after))
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, m in _without_scraps(matcher.get_opcodes(), before):
        if tag == "equal":
            yield Piece(Kind.SAME, "".join(before[i:j]))
            continue
        if i < j:
            yield Piece(Kind.REMOVED, "".join(before[i:j]))
        if k < m:
            yield Piece(Kind.ADDED, "".join(after[k:m]))


Step = tuple[str, int, int, int, int]


def _without_scraps(steps: Sequence[Step], before: list[str]) -> Iterator[Step]:
    """Join changes between which only a scrap of text stayed the same."""
    pending: Step | None = None
    for number, step in enumerate(steps):
        tag, i, j, k, m = step
        is_inside = 0 < number < len(steps) - 1
        is_scrap = tag == "equal" and is_inside and len("".join(before[i:j])) < SHORTEST_SAME
        if tag != "equal" or is_scrap:
            start = (i, k) if pending is None else (pending[1], pending[3])
            pending = ("replace", start[0], j, start[1], m)
            continue
        if pending is not None:
            yield pending
            pending = None
        yield step
    if pending is not None:
        yield pending


def _joined(pieces: Iterator[Piece]) -> list[Piece]:
    """Put neighbours of one kind together."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].kind == piece.kind:
            joined[-1] = Piece(piece.kind, joined[-1].text + piece.text)
        elif piece.text:
            joined.append(piece)
    return joined
