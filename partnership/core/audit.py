"""Writing the audit trail.

`record` is called by actions, inside their transaction: a deed that is rolled back leaves no
trace, a deed that is committed leaves one.
"""

from collections.abc import Sequence
from typing import Any, Final

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from partnership.core import privacy
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from partnership.core.models.audit import SYSTEM
from partnership.core.request_number import request_id

MASK = "•••"
AT_ONCE: Final = 500  # rows of one statement

Changes = dict[str, list[Any]]
Snapshot = dict[str, Any]


def record(
    verb: Verb,
    target: models.Model | None = None,
    *,
    by: models.Model | None,
    changes: Changes | None = None,
    note: str = "",
) -> AuditEvent:
    """Add one event. `by` is the acting person, None when the system acts by the clock.

    `changes` maps a field to [before, after]; values of registered personal fields are masked.
    """
    event = _event(verb, target, by, changes or {}, note)
    event.save(force_insert=True)
    return event


def record_many(verb: Verb, targets: Sequence[models.Model], *, by: models.Model | None) -> None:
    """Add one event for each target, at once."""
    AuditEvent.objects.bulk_create(
        [_event(verb, target, by, {}, "") for target in targets], batch_size=AT_ONCE
    )


def _event(
    verb: Verb, target: models.Model | None, by: models.Model | None, changes: Changes, note: str
) -> AuditEvent:
    label = target._meta.label_lower if target is not None else ""
    return AuditEvent(
        occurred_at=timezone.now(),
        actor_id=str(by.pk) if by is not None else "",
        actor_label=str(by)[:200] if by is not None else SYSTEM,
        verb=verb,
        target_type=label,
        target_id=str(target.pk) if target is not None else "",
        target_label=str(target)[:300] if target is not None else "",
        changes=masked(label, changes),
        note=note,
        request_id=request_id.get(),
    )


def snapshot(instance: models.Model) -> Snapshot:
    """Return the stored values of all columns of `instance` as JSON can hold them."""
    encoder = DjangoJSONEncoder()
    return {
        field.attname: _plain(field.value_from_object(instance), encoder)
        for field in instance._meta.concrete_fields
    }


def difference(before: Snapshot, after: Snapshot) -> Changes:
    """Return the fields whose values differ, each as [before, after]."""
    return {
        field: [before.get(field), after.get(field)]
        for field in sorted(before.keys() | after.keys())
        if before.get(field) != after.get(field)
    }


def masked(model: str, changes: Changes) -> Changes:
    """Replace the values of personal fields: that they changed is kept, what they were is not."""
    return {
        field: [_mask(value) for value in values] if privacy.is_masked(model, field) else values
        for field, values in changes.items()
    }


def _mask(value: Any) -> Any:
    return MASK if value not in (None, "", [], {}) else value


def _plain(value: Any, encoder: DjangoJSONEncoder) -> Any:
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list | tuple):
        return [_plain(item, encoder) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item, encoder) for key, item in value.items()}
    try:
        return encoder.default(value)
    except TypeError:
        return str(value)
