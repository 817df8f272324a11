"""Many rows alike, for tests that count questions to the database.

    copies(EventFactory(published=True), 47)

They are copied in one statement, past actions and listeners: no trail, no mails, no search entries.
What has to be different in every row (a short name, a number) is made so; what else is to differ is
given as a function of the row's number.
"""

import copy
import uuid
from collections.abc import Callable, Iterable
from itertools import count
from typing import Any, TypeVar

from django.db.models import Model, QuerySet, UUIDField
from django.db.models.base import ModelState

M = TypeVar("M", bound=Model)
Changes = dict[str, Callable[[int], object]]
_numbers = count(1001)


def copies(
    original: M, number: int, /, *, rows: Iterable[str] = (), **changes: Callable[[int], object]
) -> list[M]:
    """Make `number` more like `original` as the database has it, each with its themes and the like,
    and with a copy of every one of the `rows` that belong to it."""
    original = QuerySet(type(original)).get(pk=original.pk)
    made = _stored([_copy(original, changes) for _each in range(number)])
    for field in original._meta.many_to_many:
        through = field.remote_field.through
        if through._meta.auto_created:
            _copy_rows(through, field.m2m_field_name(), original, made)
    for name in rows:
        relation = original._meta.get_field(name)
        _copy_rows(relation.related_model, relation.field.name, original, made)
    return made


def in_turn(rows: Iterable[object]) -> Callable[[int], object]:
    """Give every copy the next of `rows`."""
    left = iter(rows)
    return lambda _number: next(left)


def _copy_rows(model: type[Model], owner: str, original: Model, made: list[Any]) -> None:
    for row in QuerySet(model).filter(**{owner: original}):
        owners = in_turn(made)
        _stored([_copy(row, {owner: owners}) for _each in made])


def _copy(original: M, changes: Changes) -> M:
    number = next(_numbers)
    made = copy.copy(original)
    made._state, made.pk = ModelState(), None
    for field in original._meta.concrete_fields:
        if field.unique and not field.primary_key and not field.is_relation:
            setattr(made, field.name, _another(field, getattr(original, field.name), number))
    for name, value in changes.items():
        setattr(made, name, value(number))
    return made


def _another(field: Any, value: Any, number: int) -> object:
    if isinstance(field, UUIDField):
        return uuid.uuid4()
    return f"{value}-{number}" if value else value


def _stored(rows: list[M]) -> list[M]:
    return QuerySet(type(rows[0])).bulk_create(rows) if rows else []
