"""The entries, read once from `monitoring/data/library`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils.translation import gettext_lazy as _

from monitoring.protocols.files import Texts, texts, told
from partnership.core import content_files
from partnership.core.content_files import Fault

FOLDER: Final = Path(__file__).parents[1] / "data" / "library"


class EntryKind(models.TextChoices):
    """What an entry of the library is."""

    BAN = "ban", _("ban or limit")
    LEVY = "levy", _("levy, charge or tax")
    DEPOSIT = "deposit", _("deposit and return")
    EPR = "epr", _("extended producer responsibility")
    TRADE = "trade", _("control of trade in waste")
    LAW = "law", _("framework law")
    PLAN = "plan", _("plan or roadmap")
    METHOD = "method", _("method of survey or analysis")
    TECHNOLOGY = "technology", _("treatment technology")


@dataclass(frozen=True)
class Entry:
    """One instrument or technology. `number` is its own for ever. `country` and `place` are codes;
    `country` is empty where it is no country's own, `place` where it holds for the whole country.
    `year` is that from which it holds."""

    number: int
    kind: EntryKind
    country: str
    place: str
    year: int
    names: Texts
    does: Texts
    sources: Texts

    @property
    def name(self) -> str:
        return told(self.names)

    @property
    def what(self) -> str:
        return told(self.does)

    @property
    def source(self) -> str:
        return told(self.sources)

    def contains(self, text: str) -> bool:
        """Tell whether `text` stands in the entry, in either language."""
        every = (*self.names.values(), *self.does.values(), *self.sources.values())
        return any(text.casefold() in each.casefold() for each in every)


@cache
def entries() -> tuple[Entry, ...]:
    """Return all entries. A faulty file is a fault of ours."""
    found: list[Entry] = []
    for content in content_files.read(FOLDER):
        if isinstance(content, Fault):
            raise ImproperlyConfigured(str(content))
        found += [_entry(data) for data in content.data["entries"]]
    return tuple(found)


def find(number: int) -> Entry | None:
    """Return the entry with this number."""
    return next((entry for entry in entries() if entry.number == number), None)


def _entry(data: dict[str, Any]) -> Entry:
    return Entry(
        number=data["number"],
        kind=EntryKind(data["kind"]),
        country=data["country"],
        place=data["place"],
        year=data["year"],
        names=texts(data, "name"),
        does=texts(data, "does"),
        sources=texts(data, "source"),
    )
