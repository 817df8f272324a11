"""An object's history, read from the audit trail in words for people."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _

from partnership.core.models import AuditEvent


@dataclass(frozen=True)
class Change:
    """One field of one event: its label and the two values as texts."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One event as a person reads it."""

    event: AuditEvent
    actor: str
    changes: list[Change]


class Entries(Sequence[Entry]):
    """The entries about one object, newest first; fetches only the slice that is shown."""

    def __init__(self, target: models.Model) -> None:
        self.events = AuditEvent.objects.about(target)

    def __len__(self) -> int:
        return self.events.count()

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        if isinstance(index, slice):
            return [entry_of(event) for event in self.events[index]]
        return entry_of(self.events[index])


def entries_about(target: models.Model) -> Entries:
    """Return the history of `target`, newest first, to be paged."""
    return Entries(target)


def entry_of(event: AuditEvent) -> Entry:
    """Return one event in words for people; the fields' names are those of its model."""
    changes = [
        Change(field_label(event.model, name), as_text(before), as_text(after))
        for name, (before, after) in event.changes.items()
    ]
    return Entry(event, event.actor_name, changes)


def field_label(model: type[models.Model] | None, name: str) -> str:
    """Return the field's name in the reader's language; the raw name when there is none."""
    if model is None:
        return name
    try:
        field = model._meta.get_field(name.removesuffix("_id"))
    except FieldDoesNotExist:
        return name
    return str(getattr(field, "verbose_name", name))


def as_text(value: Any) -> str:
    """Return a stored value as a person reads it."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(as_text(item) for item in value) or "–"
    return str(value)
