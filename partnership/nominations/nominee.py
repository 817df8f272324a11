"""Whom an organisation names: from the form, from a file, from the secretariat."""

from dataclasses import dataclass
from typing import Any

from partnership.events import contact


@dataclass(frozen=True, slots=True)
class Nominee:
    """As typed; `columns` brings it into the form in which it is kept."""

    name: str
    email: str
    language: str
    latin_name: str = ""
    position: str = ""
    note: str = ""

    @property
    def address(self) -> str:
        return contact.address(self.email)

    def columns(self) -> dict[str, Any]:
        """Return the columns of a nomination."""
        return {
            "name": contact.name(self.name),
            "latin_name": contact.name(self.latin_name),
            "position": contact.name(self.position),
            "email": self.address,
            "language": self.language,
            "note": self.note.strip(),
        }
