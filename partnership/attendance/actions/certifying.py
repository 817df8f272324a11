"""Giving certificates, and taking them back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import Max, prefetch_related_objects
from django.utils import timezone

from partnership.accounts.models import User
from partnership.attendance import policies
from partnership.attendance.certificates import numbering, printed
from partnership.attendance.errors import AlreadyRevoked, NotCounted, NotHeldYet
from partnership.attendance.messages import tell_of_certificate
from partnership.attendance.models import Certificate, CheckIn, Plan
from partnership.attendance.querysets import to_certify
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import ReasonMissing
from partnership.core.publishing import missing_glyphs
from partnership.events.choices import TOOK_PLACE
from partnership.events.models import Event, Registration
from partnership.notifications import wake

PART: Final = 50  # certificates given in one transaction
TASK: Final = "partnership.attendance.tasks.issue_certificates"


@dataclass(frozen=True, slots=True)
class Unprintable:
    """Somebody whose name no font has; `characters` are those that are missing."""

    registration: Registration
    characters: str


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A group of which fewer came than had registered, so that nobody knows which adults did."""

    registration: Registration
    came: int


def unprintable(rows: Sequence[Registration]) -> list[Unprintable]:
    """Return who cannot get a certificate until their name, or that of an adult they bring, is
    written otherwise."""
    found = []
    groups = [row for row in rows if row.is_group]
    prefetch_related_objects(groups, "members")
    for row in rows:
        texts = [row.name, row.latin_name, row.organisation_name, row.group_name]
        missing = missing_glyphs([*texts, *(_members(row) if row.is_group else ())])
        if missing:
            found.append(Unprintable(row, " ".join(missing)))
    return found


def uncounted(rows: Sequence[Registration]) -> list[Registration]:
    """Return the groups of which nobody has counted the heads: there is no number to attest."""
    counted = _counts(rows)
    return [row for row in rows if row.is_group and row.pk not in counted]


def incomplete(rows: Sequence[Registration]) -> list[Incomplete]:
    """Return the groups whose certificate leaves out the other adults they name, since fewer came
    than had registered."""
    counted = _counts(rows)
    short = [row for row in rows if counted.get(row.pk, row.seats) < row.seats]
    prefetch_related_objects(short, "members")
    return [Incomplete(row, counted[row.pk]) for row in short if row.members.all()]


def _counts(rows: Sequence[Registration]) -> dict[int, int]:
    """Return how many came of each group somebody has counted: the most on one day."""
    groups = [row.pk for row in rows if row.is_group]
    check_ins = CheckIn.objects.filter(registration__in=groups).order_by()
    most = check_ins.values("registration").annotate(most=Max("people"))
    return dict(most.values_list("registration", "most"))


@transaction.atomic
def issue(event: Event, *, by: User) -> list[Certificate]:
    """Give a certificate to everybody who attended and has never had one of this event; whoever's
    name cannot be printed, and groups nobody has counted, are passed over. Everybody is told.

    Returns the first part of them. The others are left to the worker, and the plan says so.
    """
    policies.may_arrange(by).require()
    known = Plan.objects.select_for_update(of=("self",)).filter(event=event).first()
    plan: Plan = known or Plan(event=event)
    fresh = _taken_place(event)
    if plan.certifying_by_id:
        return []
    made = _give_part(plan, fresh, by=by)
    if plan.certifying_by_id:
        number = plan.pk
        transaction.on_commit(lambda: wake.up_for(TASK, number), robust=True)
    return made


@transaction.atomic
def issue_next() -> bool:
    """Give the next part of the certificates somebody has asked for; return whether there may be
    more. The place is kept in the transaction of the certificates, so that nobody is left out."""
    rows = Plan.objects.certifying().select_for_update(of=("self",), skip_locked=True)
    plan = rows.select_related("certifying_by").first()
    if plan is None or plan.certifying_by is None:
        return False
    _give_part(plan, _taken_place(plan.event), by=plan.certifying_by)
    return True


@transaction.atomic
def revoke(certificate: Certificate, *, by: User, reason: str) -> Certificate:
    """Take a certificate back: its public page says so, the PDF is no longer handed out."""
    locked = _revoked(certificate, by=by, reason=reason)
    tell_of_certificate("certificate_revoked", locked)
    return locked


@transaction.atomic
def replace(certificate: Certificate, *, by: User, reason: str) -> Certificate:
    """Revoke it and give another one, with names and event as they are written now."""
    old = _revoked(certificate, by=by, reason=reason)
    event = Event.objects.select_related("place").get(pk=old.registration.event_id)
    return _give(old.registration, event, by=by)


def _revoked(certificate: Certificate, *, by: User, reason: str) -> Certificate:
    policies.may_arrange(by).require()
    if not reason.strip():
        raise ReasonMissing
    rows = Certificate.objects.select_for_update(of=("self",))
    locked: Certificate = rows.select_related("registration__event", "registration__person").get(
        pk=certificate.pk
    )
    if locked.revoked_at:
        raise AlreadyRevoked
    locked.revoked_at, locked.revoked_by = timezone.now(), by
    locked.revocation_reason = reason.strip()
    locked.save()
    changes: audit.Changes = {"revoked_at": [None, locked.revoked_at.isoformat()]}
    audit.record(Verb.CHANGED, locked, by=by, changes=changes)
    return locked


def _taken_place(event: Event) -> Event:
    fresh = Event.objects.select_related("place").get(pk=event.pk)
    if fresh.status not in TOOK_PLACE:
        raise NotHeldYet(status=fresh.get_status_display())
    return fresh


def _give_part(plan: Plan, event: Event, *, by: User) -> list[Certificate]:
    """Give the next part and keep the place."""
    numbering.lock(timezone.localdate().year)  # who else issues waits here, and finds the others
    rows = list(to_certify(event).filter(pk__gt=plan.certified_up_to or 0).order_by("pk")[:PART])
    left_out = {each.registration.pk for each in unprintable(rows)}
    left_out |= {row.pk for row in uncounted(rows)}
    made = [_give(row, event, by=by) for row in rows if row.pk not in left_out]
    is_last = len(rows) < PART
    plan.certifying_by = None if is_last else by
    plan.certified_up_to = None if is_last else rows[-1].pk
    if plan.pk or not is_last:
        plan.save()
    return made


def _give(row: Registration, event: Event, *, by: User) -> Certificate:
    """Write a certificate and tell its owner."""
    made = write(row, event, by=by)
    audit.record(Verb.CREATED, made, by=by)
    tell_of_certificate("certificate", made)
    return made


def write(row: Registration, event: Event, *, by: User) -> Certificate:
    """Write a certificate as names and event are now; nobody is told, no right is asked for."""
    row.event = event
    now = timezone.now()
    people = _head_count(row)
    made: Certificate = Certificate.objects.create(
        registration=row,
        number=numbering.next_number(timezone.localdate(now).year),
        code=numbering.new_code(),
        name=row.name,
        latin_name=row.latin_name,
        organisation_name=row.organisation_name,
        group_name=row.group_name,
        people=people,
        member_names="\n".join(_members(row)) if row.is_group and people == row.seats else "",
        printed=printed.of_event(event),
        issued_at=now,
        issued_by=by,
    )
    return made


def _head_count(row: Registration) -> int:
    """Return how many came: of a group, the most who were counted on one day."""
    if not row.is_group:
        return 1
    most = _counts([row]).get(row.pk)
    if most is None:
        raise NotCounted
    return most


def _members(row: Registration) -> list[str]:
    """Return the other adults of a group who agreed to be named, each in both scripts."""
    members = row.members.all() if row.members_agreed_at else ()
    return [" · ".join(filter(None, [each.name, each.latin_name])) for each in members]
