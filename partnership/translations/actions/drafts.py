"""Working on a translation. What is typed is kept beside the object until it is approved."""

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import ReasonMissing
from partnership.translations import policies
from partnership.translations.actions.rows import (
    locked,
    note_of,
    require_present,
    store,
    thing_of,
)
from partnership.translations.choices import State
from partnership.translations.errors import NotStale, TextIsThere, TextMissing
from partnership.translations.models import TranslationUnit


@transaction.atomic
def save_draft(
    unit: TranslationUnit, text: str, *, by: User, token: str, note: str = ""
) -> TranslationUnit:
    """Keep `text` as a draft; the text that stands in the object already, or none, ends the draft."""
    policies.may_translate(by).require()
    return _kept(unit, text, by=by, token=token, note=note, is_submitted=False)


@transaction.atomic
def send_to_review(
    unit: TranslationUnit, text: str, *, by: User, token: str, note: str = ""
) -> TranslationUnit:
    """Keep `text` as a draft that waits for approval."""
    policies.may_translate(by).require()
    if not text.strip():
        raise TextMissing
    return _kept(unit, text, by=by, token=token, note=note, is_submitted=True)


def _kept(
    unit: TranslationUnit, text: str, *, by: User, token: str, note: str, is_submitted: bool
) -> TranslationUnit:
    ((fresh, pair),) = locked([unit])
    require_present(fresh, token)
    before = audit.snapshot(fresh)
    put_draft(fresh, text, by=by, is_submitted=is_submitted)
    if text.strip() == pair.text.strip() and not is_submitted:
        fresh.draft = fresh.draft_source = ""
    fresh.note = note
    store(fresh)
    _record(Verb.TRANSLATED, fresh, before, by=by)
    return fresh


def put_draft(unit: TranslationUnit, text: str, *, by: User, is_submitted: bool) -> None:
    """Note a draft made from the present source; does not save."""
    unit.draft = text.strip()
    unit.draft_source = unit.source_now if unit.draft else ""
    unit.is_submitted = is_submitted and bool(unit.draft)
    unit.is_excused = False
    unit.translator, unit.translated_at = by, timezone.now()


@transaction.atomic
def confirm_minor_edit(
    unit: TranslationUnit, *, by: User, token: str, reason: str
) -> TranslationUnit:
    """Say that the change of the source does not matter here, such as a mended misprint."""
    policies.may_translate(by).require()
    if not reason.strip():
        raise ReasonMissing
    ((fresh, pair),) = locked([unit])
    require_present(fresh, token)
    if not (fresh.is_behind or fresh.state == State.STALE):
        raise NotStale
    then = fresh.source_text
    if fresh.is_behind:
        fresh.source_hash, fresh.source_text = fresh.source_now, pair.source
    if fresh.draft:
        fresh.draft_source = fresh.source_now
    store(fresh)
    changes = {fresh.source_column: [then, pair.source]}
    note = note_of(fresh, reason.strip())
    audit.record(Verb.MINOR_EDIT, thing_of(fresh), by=by, changes=changes, note=note)
    return fresh


@transaction.atomic
def excuse(unit: TranslationUnit, *, by: User, token: str, reason: str) -> TranslationUnit:
    """Say that this source needs no translation, such as a symbol of a unit."""
    policies.may_translate(by).require()
    if not reason.strip():
        raise ReasonMissing
    ((fresh, pair),) = locked([unit])
    require_present(fresh, token)
    if fresh.draft or fresh.text_now:
        raise TextIsThere
    before = audit.snapshot(fresh)
    fresh.is_excused = True
    fresh.source_hash, fresh.source_text = fresh.source_now, pair.source
    store(fresh)
    _record(Verb.TRANSLATED, fresh, before, by=by, note=reason.strip())
    return fresh


def _record(
    verb: Verb, unit: TranslationUnit, before: audit.Snapshot, *, by: User, note: str = ""
) -> None:
    """Write into the history of the object what happened to one of its translations."""
    changes = audit.difference(before, audit.snapshot(unit))
    told: audit.Changes = {name: changes[name] for name in ("state", "draft") if name in changes}
    audit.record(verb, thing_of(unit), by=by, changes=told, note=note_of(unit, note))
