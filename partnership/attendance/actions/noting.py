"""Noting who attended which session, many at once."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from partnership.accounts.models import User
from partnership.attendance import policies
from partnership.attendance.choices import State
from partnership.attendance.days import day_at
from partnership.attendance.errors import DoesNotTakePlace, NotBegunYet, NotedMeanwhile
from partnership.attendance.judging import Noted, Yardstick, noted_of
from partnership.attendance.models import CheckIn, Presence
from partnership.core import audit
from partnership.core.choices import Verb, label_of
from partnership.events.choices import Status
from partnership.events.models import Event, Registration, Session

Marks = Mapping[tuple[int, int], str]  # (registration, session) -> state, empty to take it back
NOTHING: Final[Marks] = {}


@transaction.atomic
def note(event: Event, marks: Marks, *, by: User, seen: Marks = NOTHING) -> int:
    """Note what differs from what is there; return how many cells changed.

    `marks` are those somebody changed, not all that a table shows: it may be older than a
    colleague's marks. `seen` is what stood in these cells: where a colleague has written something
    else meanwhile, nothing is saved and NotedMeanwhile says what it is. Cells of other events'
    registrations or sessions are passed over.
    """
    require_noting(event, by)
    rows = locked_of(event, {registration for registration, _session in marks})
    sessions = {session.pk: session for session in event.sessions.all()}
    known = noted_of(list(rows))
    changed = {
        (key, session): state
        for (key, session), state in marks.items()
        if key in rows and session in sessions and _noted(known, (key, session)) != state
    }
    overtaken = [cell for cell in changed if seen.get(cell, "") != _noted(known, cell)]
    if seen and overtaken:
        named = ((rows[key].name, str(sessions[session])) for key, session in overtaken)
        states = (_label(_noted(known, cell)) for cell in overtaken)
        raise NotedMeanwhile([(*names, state) for names, state in zip(named, states, strict=True)])
    _write(changed, by)
    renew(event, [rows[key] for key in {key for key, _session in changed}])
    if changed:
        audit.record(Verb.CHANGED, event, by=by, changes={"attendance_noted": [0, len(changed)]})
    return len(changed)


@transaction.atomic
def fill(event: Event, session: Session, *, by: User) -> int:
    """Note for a session whom nothing is noted of: present who was checked in on its day, absent
    who was not. Return of how many."""
    require_noting(event, by)
    open_ = event.registrations.confirmed().exclude(presences__session=session)
    keys = set(open_.values_list("pk", flat=True))
    day = day_at(event, session.starts_at)
    here = CheckIn.objects.filter(registration__in=keys).on(day)
    came = set(here.values_list("registration", flat=True))
    marks = {(key, session.pk): str(State.PRESENT if key in came else State.ABSENT) for key in keys}
    return note(event, marks, by=by)


def renew_one(row: Registration) -> None:
    """Bring the word in step after a check-in; the registration is locked."""
    renew(row.event, [row])


def _label(state: str) -> str:
    return label_of(State, state) if state else ""


def _noted(known: Mapping[int, Noted], cell: tuple[int, int]) -> str:
    return known[cell[0]].states.get(cell[1], "")


def require_noting(event: Event, by: User) -> None:
    """Refuse who does not stand at the door, and what has not begun or does not take place."""
    policies.may_check_in(by, event).require()
    if event.status not in (Status.PUBLISHED, Status.HELD):
        raise DoesNotTakePlace(status=event.get_status_display())
    if timezone.now() < event.starts_at:
        raise NotBegunYet


def locked_of(event: Event, keys: Collection[int]) -> dict[int, Registration]:
    """Lock in one order, so that two tables saved at once do not wait for each other in a ring."""
    rows = event.registrations.confirmed().filter(pk__in=keys).order_by("pk")
    locked = rows.select_for_update(of=("self",), no_key=True)
    return {row.pk: row for row in locked}


def _write(changed: Marks, by: User) -> None:
    now = timezone.now()
    gone = Q(pk__in=[])
    for (registration, session), state in changed.items():
        if not state:
            gone |= Q(registration=registration, session=session)
    Presence.objects.filter(gone).delete()
    Presence.objects.bulk_create(
        [
            Presence(
                registration_id=key, session_id=session, state=state, noted_by=by, noted_at=now
            )
            for (key, session), state in changed.items()
            if state
        ],
        update_conflicts=True,
        unique_fields=["registration", "session"],
        update_fields=["state", "noted_by", "noted_at"],
    )


def renew(event: Event, rows: Iterable[Registration]) -> None:
    """Write the word that follows from what is noted; the registrations are locked."""
    found = {row.pk: row for row in rows}
    yardstick, noted = Yardstick.of(event), noted_of(list(found))
    stale = []
    for key, row in found.items():
        word = yardstick.word(noted[key])
        if row.attendance != word:
            row.attendance = word
            stale.append(row)
    Registration.objects.bulk_update(stale, ["attendance"])
