"""An object's history, read from the audit trail in words for people."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext as _

from partnership.core import languages
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
        Change(
            field_label(event.model, name),
            *(as_text(value, field_of(event.model, name)) for value in pair),
        )
        for name, pair in event.changes.items()
    ]
    return Entry(event, event.actor_name, changes)


def field_label(model: type[models.Model] | None, name: str) -> str:
    """Return the field's name in the reader's language; the raw name when there is none."""
    return str(getattr(field_of(model, name), "verbose_name", name))


def field_of(model: type[models.Model] | None, name: str) -> Any:
    """Return the model's field, None when there is none of this name (any more)."""
    try:
        return model._meta.get_field(name.removesuffix("_id")) if model else None
    except FieldDoesNotExist:
        return None


def as_text(value: Any, field: Any = None) -> str:
    """Return a stored value of `field` as a person reads it: labels, and times in Beijing."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        part = getattr(field, "base_field", None)
        separator = "、" if languages.current() == languages.CHINESE else ", "
        return separator.join(as_text(item, part) for item in value) or "–"
    if isinstance(value, str) and isinstance(field, models.DateField):
        return _moment(value)
    labels = dict(getattr(field, "flatchoices", None) or ())
    return str(labels.get(value, value))


def _moment(text: str) -> str:
    """Return a stored day or moment as people write it; as it stands when it is neither."""
    moment = parse_datetime(text)
    if moment is not None and is_aware(moment):
        return date_format(localtime(moment), "DATETIME_FORMAT")
    day = parse_date(text)
    return date_format(day) if day else text
