"""An object's history, read from the audit trail in words for people."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _

from partnership.core.audit import SYSTEM
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
        self.model = type(target)
        self.events = AuditEvent.objects.about(target)

    def __len__(self) -> int:
        return self.events.count()

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        if isinstance(index, slice):
            return [self._entry(event) for event in self.events[index]]
        return self._entry(self.events[index])

    def _entry(self, event: AuditEvent) -> Entry:
        changes = [
            Change(field_label(self.model, name), as_text(before), as_text(after))
            for name, (before, after) in event.changes.items()
        ]
        actor = _("the system") if event.actor_label == SYSTEM else event.actor_label
        return Entry(event, actor, changes)


def entries_about(target: models.Model) -> Entries:
    """Return the history of `target`, newest first, to be paged."""
    return Entries(target)


def field_label(model: type[models.Model], name: str) -> str:
    """Return the field's name in the reader's language; the raw name when there is none."""
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
