"""Correcting names: until the event begins by the person, at any time by the secretariat."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.events import contact, policies
from partnership.events.actions import seats
from partnership.events.choices import ENDED
from partnership.events.errors import (
    AdultsNotAsked,
    MoreNamesThanAdults,
    StepRefused,
    TooLateToCorrect,
)
from partnership.events.models import GroupMember, Registration

NAMES: Final = ("name", "latin_name", "organisation_name", "group_name")


@transaction.atomic
def correct_names(registration: Registration, names: Mapping[str, Any], *, by: User) -> None:
    """Write names otherwise for somebody; certificates they have keep the old ones until replaced.
    `members` of the names are those of the other adults, in order."""
    policies.may_decide(by).require()
    row, _now = seats.begin_with(registration)
    _write(row, names, by=by)


@transaction.atomic
def correct_own_names(
    registration: Registration, names: Mapping[str, Any], *, person: User | None = None
) -> None:
    """Write one's own names otherwise. The door has asked who it is, by the account or by a link."""
    row, now = seats.begin_with(registration)
    if not row.event.is_to_begin_at(now):
        raise TooLateToCorrect
    _write(row, names, by=person)


def _write(row: Registration, names: Mapping[str, Any], *, by: User | None) -> None:
    if row.status in ENDED or row.anonymised_at:
        raise StepRefused(status=row.get_status_display())
    typed = {column: contact.name(names[column]) for column in NAMES if column in names}
    changes: dict[str, list[Any]] = {
        column: [getattr(row, column), text]
        for column, text in typed.items()
        if getattr(row, column) != text
    }
    for column, (_before, text) in changes.items():
        setattr(row, column, text)
    if "members" in names:
        agree = bool(names.get("members_agree", row.members_agreed_at))
        changes |= _write_members(row, [contact.name(name) for name in names["members"]], agree)
    if changes:
        seats.note_change(row, changes, by=by)


def _write_members(row: Registration, names: Sequence[str], agree: bool) -> dict[str, list[Any]]:
    """Name the other adults, at most as many as there are, with their consent; return what the history
    may know of it."""
    if len(names) > row.other_adults:
        raise MoreNamesThanAdults(most=row.other_adults)
    if names and not agree:
        raise AdultsNotAsked
    agreed_before = row.members_agreed_at is not None
    row.members_agreed_at = (row.members_agreed_at or timezone.now()) if names else None
    changes: dict[str, list[Any]] = {}
    if agreed_before != bool(names):
        changes["members_agree"] = [agreed_before, bool(names)]
    known = list(row.members.values_list("name", flat=True))
    if known == list(names):
        return changes
    row.members.all().delete()
    GroupMember.objects.bulk_create(
        GroupMember(registration=row, order=order, name=name) for order, name in enumerate(names)
    )
    return changes | {"members_named": [len(known), len(names)]}
