"""Two texts of one draft, field by field."""

from dataclasses import dataclass

from partnership.core.differences import Piece, difference
from partnership.review.sheets import Answers, Sheet


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that differs: `before` and `after` as they stand, `pieces` word by word."""

    path: str
    label: str
    before: str
    after: str

    @property
    def pieces(self) -> list[Piece]:
        return difference(self.before, self.after)


def clashes(sheet: Sheet, before: Answers, after: Answers) -> list[Clash]:
    """Return the fields in which two sets of answers differ, in the order of the sheet."""
    old, new = sheet.texts(before), sheet.texts(after)
    in_order = [*new, *(path for path in old if path not in new)]
    return [
        Clash(path, (new.get(path) or old[path])[0], _text(old, path), _text(new, path))
        for path in in_order
        if _text(old, path) != _text(new, path)
    ]


def _text(texts: dict[str, tuple[str, str]], path: str) -> str:
    return texts[path][1] if path in texts else ""
