"""Approving: the draft is written into the object by the app's own deed, and signed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.translations import following, policies, states, storing
from partnership.translations.actions.rows import (
    locked,
    note_of,
    pair_of,
    require_present,
    store,
    token_of,
)
from partnership.translations.errors import NothingChosen, TextMissing, TextRefused
from partnership.translations.models import TranslatedObject, TranslationUnit


@dataclass(frozen=True, slots=True)
class Approval:
    """One text as somebody looked through it; `token` says which source and draft they saw."""

    unit: TranslationUnit
    text: str
    token: str


@transaction.atomic
def approve(
    translated: TranslatedObject, approvals: Sequence[Approval], *, by: User
) -> list[TranslationUnit]:
    """Make these texts the object's own and note that they hold for their present sources."""
    if not approvals:
        raise NothingChosen
    for approval in approvals:
        policies.may_approve(by, approval.unit).require()
        if not approval.text.strip():
            raise TextMissing
    thing = translated.declared.lock(translated.thing(), by=by)
    _lock_rows(approvals)
    _require_present(approvals)
    changed = [each for each in approvals if pair_of(each.unit).text != each.text.strip()]
    _write(thing, translated, changed, by=by)
    found = locked([approval.unit for approval in approvals])
    signed = [_signed(unit, pair, by=by) for unit, pair in found]
    names = "\n".join(note_of(unit) for unit in signed)
    audit.record(Verb.TRANSLATION_APPROVED, thing, by=by, note=names)
    return signed


def approvals_of(units: Iterable[TranslationUnit]) -> list[Approval]:
    """Return approvals of what is there: each draft, or the text in the object."""
    return [Approval(unit, unit.draft or pair_of(unit).text, token_of(unit)) for unit in units]


def _lock_rows(approvals: Sequence[Approval]) -> None:
    """Lock rows before the line, as whoever saves a row does."""
    keys: dict[Any, list[int]] = {}
    for unit in (approval.unit for approval in approvals):
        if unit.part.owner:
            keys.setdefault(unit.part.model, []).append(unit.object_id)
    for model, numbers in keys.items():
        rows = model._base_manager.select_for_update(of=("self",)).filter(pk__in=numbers)
        list(rows.order_by("pk").values_list("pk"))


def _require_present(approvals: Sequence[Approval]) -> None:
    fresh = locked([approval.unit for approval in approvals])
    for (unit, _pair), approval in zip(fresh, approvals, strict=True):
        require_present(unit, approval.token)


def _write(
    thing: Any, translated: TranslatedObject, approvals: Sequence[Approval], *, by: User
) -> None:
    """Write texts into the object and its rows, as an edit of the app they belong to."""
    if not approvals:
        return
    changes: audit.Changes = {}
    for approval in approvals:
        unit, text = approval.unit, approval.text.strip()
        row = thing if not unit.part.owner else unit.part.model._base_manager.get(pk=unit.object_id)
        before = getattr(row, unit.column)
        setattr(row, unit.column, text)
        _save(row, unit)
        name = unit.column if row is thing else f"{row._meta.model_name} {row.pk}: {unit.column}"
        changes[name] = [before, text]
    translated.declared.settle(thing)
    audit.record(Verb.CHANGED, thing, by=by, changes=changes)


def _save(row: Any, unit: TranslationUnit) -> None:
    """Ask the field and the constraints before the database does."""
    others = {field.name for field in row._meta.fields} - {unit.column}
    try:
        row.clean_fields(exclude=others)
        row.validate_constraints()
    except ValidationError as refused:
        raise TextRefused(field=unit.label, problem=" ".join(refused.messages)) from refused
    row.save()


def _signed(unit: TranslationUnit, pair: states.Pair, *, by: User) -> TranslationUnit:
    unit.draft = unit.draft_source = ""
    unit.is_submitted = unit.is_excused = False
    now = timezone.now()
    states.sign(unit, pair, now)
    unit.reviewer, unit.approved_at = by, now
    unit.assigned_to = unit.due_on = None
    return store(unit)


@transaction.atomic
def sign_published(kind: str, key: int) -> None:
    """Note that whoever published a text in the language it is translated into has answered for it:
    what nobody had approved yet is approved now. The history of the object says who."""
    translated = TranslatedObject.objects.get(kind=kind, object_id=key)
    if not translated.is_public:
        return
    following.lock([translated.pk])
    rows = {(row.part.label, row.key): row for row in following.rows_of(translated)}
    now = timezone.now()
    signed = []
    for unit in translated.units.select_related("content_type", "translated"):
        row = rows[unit.part.label, unit.object_id]
        if unit.text_now and unit.source_now and unit.text_hash != unit.text_now:
            states.sign(unit, row.pair(unit.field, unit.language), now)
            unit.approved_at = now
            signed.append(unit)
    names = (*following.FOLLOWED, "source_hash", "source_text", "text_hash", "approved_at")
    storing.store(signed, names)
    following.recount([translated.pk])
