"""Writing the list of an organisation, until it is handed in."""

from collections.abc import Sequence
from typing import Literal

from django.db import transaction
from django.db.models import Max

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.nominations import policies
from partnership.nominations.actions import rows
from partnership.nominations.choices import WITH_ORGANISATION, NominationStatus
from partnership.nominations.errors import AlreadyNominated, SlateFull, StepRefused
from partnership.nominations.models import Nomination, NominationQuota
from partnership.nominations.nominee import Nominee


def add(quota: NominationQuota, nominee: Nominee, *, by: User) -> Nomination:
    """Put somebody at the end of the list."""
    return add_all(quota, [nominee], by=by)[0]


@transaction.atomic
def add_all(quota: NominationQuota, nominees: Sequence[Nominee], *, by: User) -> list[Nomination]:
    """Put people at the end of the list, in their order; all or none."""
    policies.may_fill(by, quota).require()
    locked, now = rows.begin(quota)
    rows.require_open(locked, now)
    if locked.nominations.counting().count() + len(nominees) > locked.places:
        raise SlateFull(places=locked.places)
    return [begun(locked, nominee, by=by) for nominee in nominees]


def begun(
    quota: NominationQuota, nominee: Nominee, *, by: User, replaces: Nomination | None = None
) -> Nomination:
    """Write a draft; the event is locked."""
    _require_new(quota, nominee)
    row = Nomination(quota=quota, replaces=replaces, rank=_last(quota) + 1, **nominee.columns())
    return rows.save(row, by=by, verb=Verb.CREATED)


@transaction.atomic
def edit(
    nomination: Nomination, nominee: Nominee, *, by: User, version: int | None = None
) -> Nomination:
    """Correct what is not handed in, or was returned."""
    policies.may_fill(by, nomination.quota).require()
    row, now = rows.begin_with(nomination)
    rows.require_open(row.quota, now)
    _require_with_organisation(row)
    rows.require_version(row, version)
    if nominee.address != row.email:
        _require_new(row.quota, nominee)
    return rows.save(row, by=by, **nominee.columns())


@transaction.atomic
def remove(nomination: Nomination, *, by: User) -> None:
    """Take a draft off the list; nothing of it is kept but the trace."""
    policies.may_fill(by, nomination.quota).require()
    row, _now = rows.begin_with(nomination)
    if row.status != NominationStatus.DRAFT:
        raise StepRefused(status=row.get_status_display())
    audit.record(Verb.DELETED, row, by=by)
    row.delete()


@transaction.atomic
def move(nomination: Nomination, way: Literal["up", "down"], *, by: User) -> None:
    """Change places with the neighbour on the list; at its end nothing happens."""
    policies.may_fill(by, nomination.quota).require()
    row, now = rows.begin_with(nomination)
    rows.require_open(row.quota, now)
    slate = list(row.quota.nominations.live().ranked())
    place = next((number for number, each in enumerate(slate) if each.pk == row.pk), None)
    if place is None or row.status not in WITH_ORGANISATION:
        raise StepRefused(status=row.get_status_display())
    other = place - 1 if way == "up" else place + 1
    if not 0 <= other < len(slate):
        return
    slate[place], slate[other] = slate[other], slate[place]
    for rank, each in enumerate(slate, start=1):
        Nomination.objects.filter(pk=each.pk).exclude(rank=rank).update(rank=rank)
    audit.record(Verb.CHANGED, row, by=by, changes={"rank": [place + 1, other + 1]})


def _require_new(quota: NominationQuota, nominee: Nominee) -> None:
    """One person comes for one organisation: the whole event is asked."""
    known = Nomination.objects.live().filter(quota__hold__event=quota.event)
    if known.filter(email=nominee.address).exists():
        raise AlreadyNominated


def _require_with_organisation(row: Nomination) -> None:
    if row.status not in WITH_ORGANISATION:
        raise StepRefused(status=row.get_status_display())


def _last(quota: NominationQuota) -> int:
    last: int = quota.nominations.aggregate(last=Max("rank", default=0))["last"]
    return last
