"""What a check has found, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _

AROUND: Final = 8  # characters shown on each side of a place


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. `message` is a sentence with places for `details`; `start` and `excerpt`
    say where it stands in the text, as people count: from 1. Without a place, `start` is 0."""

    code: str
    message: str | Promise
    details: Mapping[str, object] = field(default_factory=dict)
    start: int = 0
    excerpt: str = ""

    def __str__(self) -> str:
        sentence = str(self.message) % self.details if self.details else str(self.message)
        if not self.start:
            return sentence
        place = {"sentence": sentence, "position": self.start, "excerpt": self.excerpt}
        return _("%(sentence)s At character %(position)s: “%(excerpt)s”") % place


def excerpt(text: str, start: int, end: int) -> str:
    """Return what stands around a place, with what was left off marked."""
    left, right = max(start - AROUND, 0), min(end + AROUND, len(text))
    shown = " ".join(text[left:right].split())
    return f"{'…' if left else ''}{shown}{'…' if right < len(text) else ''}"
