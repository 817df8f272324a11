"""From quarantine to available or refused. The built-in checks release; a configured virus scanner
must agree, and while it does not answer the file waits."""

import logging
from collections.abc import Collection, Mapping

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import ReasonMissing, TransitionRefused
from partnership.documents import clamav, messages, policies, settled, storage
from partnership.documents.checks.refusal import Cause
from partnership.documents.choices import TRANSITIONS, State
from partnership.documents.errors import NotWaiting
from partnership.documents.inspection import Busy, Inspection, inspect
from partnership.documents.models import StoredFile

log = logging.getLogger(__name__)


def examine(row: StoredFile, *, by: User | None, only_read: bool = False) -> StoredFile:
    """Check a file in quarantine and settle what becomes of it; the caller has a transaction.

    It stays where it is while the scanner or this process has no time for it.
    """
    with storage.workshop(row.token) as out:
        try:
            found = inspect(storage.sent(row.token), row.label, out, only_read=only_read)
            virus = "" if found.refused or not clamav.is_configured() else _virus_in(row)
        except (Busy, clamav.NoAnswer) as reason:
            log.warning("file %s waits: %s", row.token, type(reason).__name__)
            return row
        refused = _refusal(found, virus, row.kinds)
        if refused:
            return settle_refusal(row, *refused, by=by)
        return _released(row, found, by=by)


def _virus_in(row: StoredFile) -> str:
    return clamav.virus_in(storage.sent(row.token))


def _refusal(
    found: Inspection, virus: str, kinds: Collection[str]
) -> tuple[Cause, Mapping[str, object]] | None:
    if found.refused:
        return Cause(found.refused), found.details
    if virus:
        return Cause.VIRUS, {"name": virus}
    if kinds and found.kind not in kinds:
        return Cause.NOT_HERE, {"kind": found.kind}
    return None


def _released(row: StoredFile, found: Inspection, *, by: User | None) -> StoredFile:
    _require_transition(row, State.AVAILABLE)
    storage.release(row.token)
    row.kind, row.facts = found.kind, found.facts
    row.state, row.checked_at = State.AVAILABLE, timezone.now()
    row.save()
    transaction.on_commit(lambda: storage.forget_sent(row.token))
    audit.record(Verb.RELEASED, row, by=by)
    settled.tell(row)
    return row


def settle_refusal(
    row: StoredFile, cause: Cause, details: Mapping[str, object], *, by: User | None, note: str = ""
) -> StoredFile:
    """Refuse a file: its bytes go when the transaction ends, the row stays and says why. The sender is
    told, unless they are just being answered."""
    _require_transition(row, State.REFUSED)
    row.state, row.reason, row.details = State.REFUSED, cause, dict(details)
    row.checked_at = timezone.now()
    row.save()
    transaction.on_commit(lambda: storage.forget(row.token))
    audit.record(Verb.REFUSED, row, by=by, note=note or cause.value)
    if by is None or by.pk != row.owner_id:
        messages.refused(row)
    settled.tell(row)
    return row


@transaction.atomic
def inspect_again(file: StoredFile, *, by: User) -> StoredFile:
    """Check a waiting file now instead of with the next sweep."""
    policies.may_keep(by).require()
    row = _locked(file)
    if row.state != State.QUARANTINED:
        raise NotWaiting
    return examine(row, by=by)


@transaction.atomic
def take_out_of_use(file: StoredFile, *, by: User, reason: str) -> StoredFile:
    """Delete a file that must not be kept; pages that showed it no longer do."""
    policies.may_keep(by).require()
    if not reason.strip():
        raise ReasonMissing
    return settle_refusal(_locked(file), Cause.TAKEN_OUT, {}, by=by, note=reason.strip())


def check_waiting(most: int = 50) -> int:
    """Check the files that wait, each in a transaction of its own; return how many are settled.

    Two sweeps at once share the files between them.
    """
    settled = 0
    for key in list(StoredFile.objects.waiting().values_list("pk", flat=True)[:most]):
        with transaction.atomic():
            waiting = StoredFile.objects.waiting().filter(pk=key)
            row = waiting.select_for_update(skip_locked=True).first()
            if row is not None and examine(row, by=None).state != State.QUARANTINED:
                settled += 1
    return settled


def _locked(file: StoredFile) -> StoredFile:
    return StoredFile.objects.select_for_update().get(pk=file.pk)


def _require_transition(row: StoredFile, state: State) -> None:
    if state not in TRANSITIONS[State(row.state)]:
        raise TransitionRefused
