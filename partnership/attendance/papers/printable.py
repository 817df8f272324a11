"""Names as the fonts can print them: one that no font has must not stop the list of all others."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from partnership.core.publishing import missing_glyphs

MARK: Final = "〓"  # what printers set for a character they do not have


@dataclass
class Printable:
    """Turns texts into what can be printed, and remembers whose were turned."""

    unset: list[str] = field(default_factory=list)

    def texts(self, name: str, latin_name: str, *others: str) -> Sequence[str]:
        """Return the texts of one person. A name that no font has is printed as it is in Latin
        letters; without one, and elsewhere, the mark takes the place of each such character."""
        given = (name, latin_name, *others)
        missing = set(missing_glyphs(given))
        if not missing:
            return given
        self.unset.append(name)
        latin = latin_name if not missing.intersection(latin_name) else ""
        first = latin or name if missing.intersection(name) else name
        return tuple(_marked(text, missing) for text in (first, *given[1:]))


def _marked(text: str, missing: set[str]) -> str:
    return "".join(MARK if char in missing else char for char in text)
