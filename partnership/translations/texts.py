"""Reading the texts of objects: plain columns, no translated objects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Model, QuerySet

from partnership.core import languages
from partnership.translations.declared import Part
from partnership.translations.states import Pair

AT_ONCE: Final = 200  # objects in one question


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one row by column; `owner` is the key of the object it belongs to."""

    part: Part
    key: int
    owner: int
    texts: dict[str, str]

    def pair(self, field: str, language: str) -> Pair:
        """Return source and translation of a field that is translated into `language`."""
        source = self.texts[languages.column(field, languages.other(language))]
        return Pair(source, self.texts[languages.column(field, language)])


def of_instance(part: Part, instance: Model) -> Row | None:
    """Return the texts an instance carries; None when it does not carry them all as texts."""
    values = {column: instance.__dict__.get(column, ...) for column in part.columns()}
    if not all(value is None or isinstance(value, str) for value in values.values()):
        return None
    texts = {column: str(value or "") for column, value in values.items()}
    return Row(part, int(instance.pk), part.owner_of(instance), texts)


def of_keys(part: Part, keys: Iterable[int]) -> Iterator[Row]:
    """Yield the rows with these keys."""
    return _read(part, pk__in=list(keys))


def of_owners(part: Part, owners: Iterable[int]) -> Iterator[Row]:
    """Yield the rows of the objects with these keys, in the order people gave them."""
    return _read(part, **{f"{part.owner or 'pk'}__in": list(owners)})


def _read(part: Part, **which: Any) -> Iterator[Row]:
    columns = part.columns()
    rows: QuerySet[Model] = QuerySet(part.model).filter(**which)
    ordered = rows.order_by(*(part.order_by or ("pk",)))
    for key, owner, *values in ordered.values_list("pk", part.owner or "pk", *columns):
        texts = dict(zip(columns, (value or "" for value in values), strict=True))
        yield Row(part, key, owner, texts)
