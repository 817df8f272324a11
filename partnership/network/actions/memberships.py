"""Memberships: their beginning, their role, their end."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from partnership.accounts import actions as accounts
from partnership.accounts.choices import Role
from partnership.accounts.errors import RoleStandsAlone
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.network import messages, policies
from partnership.network.choices import Standing
from partnership.network.errors import (
    AlreadyMember,
    AlreadyWithdrawn,
    NotOneself,
    OrganisationNotPartner,
    PersonDeactivated,
    ReasonMissing,
    SameRole,
)
from partnership.network.models import Membership, Organisation
from partnership.network.roles import MemberRole


@transaction.atomic
def invite_member(
    organisation: Organisation, role: MemberRole, *, email: str, name: str, language: str, by: User
) -> Membership:
    """Let somebody act for the organisation without having asked; an account is made if needed."""
    if organisation.standing != Standing.PARTNER:
        raise OrganisationNotPartner(name=str(organisation))
    membership = begin_membership(
        organisation, role, email=email, name=name, language=language, by=by
    )
    messages.invited(membership)
    return membership


def begin_membership(
    organisation: Organisation, role: MemberRole, *, email: str, name: str, language: str, by: User
) -> Membership:
    """Add the membership of whoever has the address, inside the caller's transaction."""
    policies.may_manage(by).require()
    person = User.objects.filter(email=email.strip().lower()).first()
    if person is None:
        person = accounts.invite(email, name, language, [Role.MEMBER], by=by)
    else:
        _require_fit(person, by)
    try:
        with transaction.atomic():
            membership = Membership.objects.create(
                user=person, organisation=organisation, role=role, approved_by=by
            )
    except IntegrityError as refused:
        raise AlreadyMember from refused
    changes = {"role": [None, role.value]}
    audit.record(Verb.ROLE_GRANTED, membership, by=by, changes=changes)
    return membership


@transaction.atomic
def change_member_role(membership: Membership, role: MemberRole, *, by: User) -> Membership:
    """Give a member another role; it counts from the next request on."""
    row = _live(membership)
    policies.may_change_role(by, row, role).require()
    if row.user_id == by.pk:
        raise NotOneself
    if row.role == role:
        raise SameRole
    before, row.role = row.role, role.value
    row.save(update_fields=["role"])
    audit.record(Verb.ROLE_GRANTED, row, by=by, changes={"role": [before, role.value]})
    return row


@transaction.atomic
def withdraw_membership(membership: Membership, *, by: User, reason: str) -> Membership:
    """End a membership; it counts from the person's next request on."""
    row = _live(membership)
    policies.may_withdraw(by, row).require()
    if not reason.strip():
        raise ReasonMissing
    row.withdrawn_by, row.withdrawn_at = by, timezone.now()
    row.withdrawal_reason = reason.strip()
    row.save(update_fields=["withdrawn_by", "withdrawn_at", "withdrawal_reason"])
    audit.record(
        Verb.ROLE_WITHDRAWN, row, by=by, changes={"role": [row.role, None]}, note=reason.strip()
    )
    messages.withdrawn(row)
    return row


def _require_fit(person: User, by: User) -> None:
    if person.pk == by.pk:
        raise NotOneself
    if not person.is_active:
        raise PersonDeactivated
    if person.has_role(Role.AUDIT_ADMINISTRATOR):
        raise RoleStandsAlone


def _live(membership: Membership) -> Membership:
    rows = Membership.objects.select_for_update(of=("self",))
    row = rows.select_related("organisation", "user").get(pk=membership.pk)
    if not row.is_live:
        raise AlreadyWithdrawn
    return row
