"""What apps declare to have in both languages.

An app describes its objects in `translated.py` and enters the description with `register`. The
states of translations are kept for what is named there, and nothing else is known of it: how a text
is written into the object is the app's own deed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst

from partnership.core import languages

Lock = Callable[..., Any]  # (obj, *, by, version=None): the app's own lock for an edit
Settle = Callable[[Any], object]  # closes the edit: counts the version, judges the result


@dataclass(frozen=True)
class Part:
    """Texts of one model: of the object itself, or of its rows, which name it by `owner`."""

    model: type[Model]
    fields: tuple[str, ...]
    owner: str = ""  # column of the row that holds the object's key
    order_by: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    def owner_of(self, instance: Model) -> int:
        return getattr(instance, self.owner) if self.owner else int(instance.pk)

    def columns(self) -> list[str]:
        """The columns of all texts in both languages."""
        return [
            languages.column(name, code) for name in self.fields for code in languages.LANGUAGES
        ]

    def field_label(self, name: str) -> str:
        field: Any = self.model._meta.get_field(name)
        return capfirst(str(field.verbose_name))


@dataclass(frozen=True)
class Translated:
    """One kind of object whose texts exist in both languages.

    `title` is the text lists call it by. `source_language` tells in which language an object was
    written, `is_public` whether its text is public in a language. `lock` and `settle` are the app's
    deeds around an edit. The first part is the object itself. Kinds are shown by `rank`.
    """

    kind: str
    plural: str | Promise
    parts: tuple[Part, ...]
    title: str
    source_language: Callable[[Any], str]
    is_public: Callable[[Any, str], bool]
    lock: Lock
    settle: Settle
    rank: int = 50
    described_by: tuple[str, ...] = ()  # columns that language and publication follow from
    related: tuple[str, ...] = ()  # relations that `source_language` reads through

    @property
    def model(self) -> type[Model]:
        return self.parts[0].model

    @property
    def rows(self) -> tuple[Part, ...]:
        return self.parts[1:]

    def part_of(self, label: str) -> Part:
        return next(part for part in self.parts if part.label == label)


@dataclass
class Registry:
    """The declarations by kind, and which of them a model belongs to."""

    kinds: dict[str, Translated] = field(default_factory=dict)
    added: dict[str, tuple[Part, ...]] = field(default_factory=dict)
    models: dict[type[Model], tuple[Translated, Part]] = field(default_factory=dict)


registry: Final = Registry()


def register(declared: Translated) -> None:
    """Enter a declaration; entering the same kind again replaces it."""
    _enter(declared, registry.added.get(declared.kind, ()))


def add_rows(kind: str, *parts: Part) -> None:
    """Enter what an app above adds to the objects of a kind, whether it is declared yet or not."""
    known = {part.model for part in parts}
    kept = (part for part in registry.added.get(kind, ()) if part.model not in known)
    registry.added[kind] = (*kept, *parts)
    if kind in registry.kinds:
        _enter(registry.kinds[kind], parts)


def _enter(declared: Translated, added: tuple[Part, ...]) -> None:
    models = {part.model for part in added}
    own = tuple(part for part in declared.parts if part.model not in models)
    whole = replace(declared, parts=(*own, *added))
    registry.kinds[whole.kind] = whole
    for part in whole.parts:
        registry.models[part.model] = whole, part


def kinds() -> tuple[Translated, ...]:
    return tuple(sorted(registry.kinds.values(), key=lambda declared: declared.rank))


def of_kind(kind: str) -> Translated:
    return registry.kinds[kind]


def parts() -> Iterator[Part]:
    return (part for declared in kinds() for part in declared.parts)


def of_model(model: type[Model]) -> tuple[Translated, Part]:
    return registry.models[model]
