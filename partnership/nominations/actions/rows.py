"""Reading what a deed is about under the lock of its event, and writing it with a trace."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import ChangedMeanwhile, ReasonMissing
from partnership.events import times
from partnership.events.actions import seats
from partnership.events.choices import Status
from partnership.events.models import Event
from partnership.nominations.choices import CHANGES, NominationStatus
from partnership.nominations.errors import (
    DeadlineOver,
    EventHasBegun,
    EventNotToCome,
    SeatsReleased,
    StepRefused,
)
from partnership.nominations.models import Nomination, NominationQuota
from partnership.nominations.querysets import RELATED

COUNTED = frozenset({"version", "updated_at"})


def begin(quota: NominationQuota) -> tuple[NominationQuota, datetime]:
    """Lock the event; return the quota as it is now, and the moment that counts."""
    event, now = seats.begin(Event(pk=quota.hold.event_id))
    locked: NominationQuota = NominationQuota.objects.select_related(*RELATED).get(pk=quota.pk)
    locked.hold.event = event
    return locked, now


def begin_with(nomination: Nomination) -> tuple[Nomination, datetime]:
    """Do the same for a nomination."""
    quota, now = begin(nomination.quota)
    row: Nomination = Nomination.objects.select_related("registration", "decided_by").get(
        pk=nomination.pk
    )
    row.quota = quota
    return row, now


def require_to_come(event: Event, now: datetime) -> None:
    """Refuse an event nobody can come to any more, or that is not announced."""
    if event.status != Status.PUBLISHED:
        raise EventNotToCome(status=event.get_status_display())
    if now >= event.starts_at:
        raise EventHasBegun


def require_open(quota: NominationQuota, now: datetime) -> None:
    """Refuse to name people after the deadline, or after the seats were given back."""
    require_to_come(quota.event, now)
    if quota.released_at:
        raise SeatsReleased
    if quota.is_over(now):
        raise DeadlineOver(moment=times.moment(quota.deadline, quota.event.timezone))


def require_version(row: Nomination, version: int | None) -> None:
    """Refuse what was typed into a form that is older than the row."""
    if version is not None and version != row.version:
        raise ChangedMeanwhile


def move_to(
    row: Nomination,
    status: NominationStatus,
    *,
    by: User | None,
    verb: Verb = Verb.CHANGED,
    note: str = "",
    **columns: Any,
) -> Nomination:
    """Bring the nomination into `status` and save it with `columns`."""
    if status not in CHANGES[NominationStatus(row.status)]:
        raise StepRefused(status=row.get_status_display())
    return save(row, by=by, verb=verb, note=note, status=status, **columns)


def save(
    row: Nomination,
    *,
    by: User | None,
    verb: Verb = Verb.CHANGED,
    note: str = "",
    **columns: Any,
) -> Nomination:
    """Save `columns` and write down what differs."""
    before = audit.snapshot(row) if row.pk else {}
    for name, value in columns.items():
        setattr(row, name, value)
    row.version = row.version + 1 if row.pk else 1
    row.save()
    changes = audit.difference(before, audit.snapshot(row)) if before else {}
    told = {name: change for name, change in changes.items() if name not in COUNTED}
    audit.record(verb, row, by=by, changes=told, note=note)
    return row


def decision(by: User, reason: str = "") -> dict[str, Any]:
    """Return the columns that say who decided and why."""
    return {"decided_by": by, "decided_at": timezone.now(), "reason": reason}


def given(reason: str) -> str:
    """Return the reason; refuse none."""
    if not reason.strip():
        raise ReasonMissing(_("Say why. The people concerned read it."))
    return reason.strip()
