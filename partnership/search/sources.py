"""What apps declare to be found.

An app describes its public things in `search_entries.py` and enters the description with
`register`. The search watches the tables named there, asks for what they hold, and knows nothing
else of them.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Final

from django.db.models import Model
from django.utils.functional import Promise

from partnership.core.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Texts:
    """What is public of a thing in one language, as plain text; empty what is not."""

    title: str = ""
    summary: str = ""
    body: str = ""


NO_TEXTS: Final = Texts()


@dataclass(frozen=True, slots=True)
class Found:
    """A public thing as the search needs it.

    `texts` and `addresses` (paths of its page) are by language. `languages` are those in which its
    full text is public. `labels` are names of places, themes and organisations in both languages.
    """

    object_id: int
    texts: Mapping[str, Texts]
    addresses: Mapping[str, str]
    languages: tuple[str, ...]
    public_since: datetime
    themes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    year: int | None = None
    labels: tuple[str, ...] = ()
    is_demo: bool = False

    @property
    def shelf(self) -> str:
        """Return what it can be narrowed by as one text; see `shelves`."""
        year = "" if self.year is None else str(self.year)
        parts = (self.themes, self.countries, (year,), self.languages)
        return "|".join(",".join(part) for part in parts)

    def text(self, language: str) -> Texts:
        return self.texts.get(language, NO_TEXTS)

    @property
    def is_empty(self) -> bool:
        return not any(self.text(language).title for language in LANGUAGES)


class Source(ABC):
    """One kind of thing that can be found.

    Saving the thing brings its entry in step; what comes with the portal has no `model` and is brought
    in step by the audit, which runs at each start. Rows of other tables that show in it are watched by
    triggers (`indexing.triggers.mark_changes` in a migration of the app); deeds that change them save
    the thing itself at their end.
    """

    kind: ClassVar[str]
    label: ClassVar[str | Promise]  # of one
    plural: ClassVar[str | Promise]
    model: ClassVar[type[Model] | None] = None

    @abstractmethod
    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        """Yield those of the things with these keys that are public."""

    @abstractmethod
    def public_keys(self) -> Iterable[int]:
        """Return the keys of all that is public."""


@dataclass
class Registry:
    """The sources by kind, in the order in which pages name them."""

    sources: dict[str, Source] = field(default_factory=dict)


registry = Registry()


def register(source: Source) -> None:
    """Enter a source; entering the same kind again replaces it."""
    registry.sources[source.kind] = source


def sources() -> tuple[Source, ...]:
    return tuple(registry.sources.values())


def source_of(kind: str) -> Source:
    return registry.sources[kind]
