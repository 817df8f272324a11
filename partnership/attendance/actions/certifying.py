"""Giving certificates, and taking them back."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from partnership.accounts.models import User
from partnership.attendance import policies
from partnership.attendance.certificates import numbering, printed
from partnership.attendance.errors import AlreadyRevoked, NotHeldYet
from partnership.attendance.messages import tell_of_certificate
from partnership.attendance.models import Certificate
from partnership.attendance.querysets import to_certify
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import ReasonMissing
from partnership.core.publishing import missing_glyphs
from partnership.events.choices import TOOK_PLACE
from partnership.events.models import Event, Registration


@dataclass(frozen=True, slots=True)
class Unprintable:
    """Somebody whose name no font has; `characters` are those that are missing."""

    registration: Registration
    characters: str


def unprintable(rows: Sequence[Registration]) -> list[Unprintable]:
    """Return who cannot get a certificate until their name is written otherwise."""
    found = []
    for row in rows:
        texts = [row.name, row.latin_name, row.organisation_name, row.group_name]
        missing = missing_glyphs(texts)
        if missing:
            found.append(Unprintable(row, " ".join(missing)))
    return found


@transaction.atomic
def issue(event: Event, *, by: User) -> list[Certificate]:
    """Give a certificate to everybody who attended and has never had one of this event; whoever's
    name cannot be printed is passed over. Everybody is told."""
    policies.may_arrange(by).require()
    year = timezone.localdate().year
    numbering.lock(year)  # who else issues waits here, and then finds nobody left
    fresh = Event.objects.select_related("place").get(pk=event.pk)
    if fresh.status not in TOOK_PLACE:
        raise NotHeldYet(status=fresh.get_status_display())
    rows = list(to_certify(fresh).select_related("person"))
    left_out = {each.registration.pk for each in unprintable(rows)}
    return [_give(row, fresh, by=by) for row in rows if row.pk not in left_out]


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
    audit.record(Verb.CHANGED, locked, by=by, changes=changes, note=reason.strip())
    return locked


def _give(row: Registration, event: Event, *, by: User) -> Certificate:
    row.event = event
    now = timezone.now()
    most = row.check_ins.aggregate(most=Max("people"))["most"]
    made = Certificate.objects.create(
        registration=row,
        number=numbering.next_number(timezone.localdate(now).year),
        code=numbering.new_code(),
        name=row.name,
        latin_name=row.latin_name,
        organisation_name=row.organisation_name,
        group_name=row.group_name,
        people=most or row.seats,
        printed=printed.of_event(event),
        issued_at=now,
        issued_by=by,
    )
    audit.record(Verb.CREATED, made, by=by)
    tell_of_certificate("certificate", made)
    return made
