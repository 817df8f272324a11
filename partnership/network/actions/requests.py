"""Asking for a membership, and what the secretariat decides."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.network import messages, policies
from partnership.network.actions.memberships import begin_membership
from partnership.network.actions.organisations import create_organisation
from partnership.network.choices import RequestState, Standing
from partnership.network.errors import (
    AlreadyDecided,
    OrganisationMissing,
    OrganisationNotPartner,
    ReasonMissing,
)
from partnership.network.models import Membership, MembershipRequest, Organisation
from partnership.network.roles import MemberRole


@transaction.atomic
def ask_for_membership(*, reference: str, by: User | None = None, **typed: Any) -> None:
    """Put a stranger's wish on the secretariat's list.

    Asked twice while the first is open, it stands there once. Nothing looks whether the address
    has an account, so neither answer nor time can tell.
    """
    named = Organisation.objects.called(typed["organisation_name"]).first()
    _put(by=by, reference=reference, organisation=named, **typed)


@transaction.atomic
def propose_member(
    organisation: Organisation, *, by: User, reference: str, role: MemberRole, **typed: str
) -> None:
    """Put a colleague on the secretariat's list, proposed by the organisation's focal point."""
    policies.may_give(by, organisation, role).require()
    _put(
        by=by,
        reference=reference,
        organisation=organisation,
        organisation_name=str(organisation),
        organisation_type=organisation.type,
        role=role,
        proposed_by=by,
        **typed,
    )


@transaction.atomic
def approve_request(
    request: MembershipRequest, *, by: User, organisation: Organisation | None, role: MemberRole
) -> Membership:
    """Let the person act for the organisation; whoever has no account yet is invited."""
    policies.may_manage(by).require()
    row = _open(request)
    speaks_for = organisation or row.organisation
    if speaks_for is None:
        raise OrganisationMissing(name=row.organisation_name)
    if speaks_for.standing != Standing.PARTNER:
        raise OrganisationNotPartner(name=str(speaks_for))
    membership = begin_membership(
        speaks_for, role, email=row.email, name=row.name, language=row.language, by=by
    )
    row.organisation = speaks_for
    _decide(row, RequestState.APPROVED, by=by)
    messages.approved(membership)
    return membership


@transaction.atomic
def refuse_request(request: MembershipRequest, *, by: User, reason: str) -> None:
    """Say no; the reason is told to whoever asked."""
    policies.may_manage(by).require()
    row = _open(request)
    if not reason.strip():
        raise ReasonMissing
    _decide(row, RequestState.REFUSED, by=by, reason=reason.strip())
    messages.refused(row)


@transaction.atomic
def make_organisation(request: MembershipRequest, *, by: User, **fields: Any) -> Organisation:
    """Make the organisation that a request names; it still has to be checked."""
    policies.may_manage(by).require()
    row = _open(request)
    row.organisation = create_organisation(by=by, **fields)
    row.save(update_fields=["organisation", "updated_at"])
    return row.organisation


def _put(*, by: User | None, **fields: object) -> None:
    email = str(fields.pop("email")).strip().lower()
    try:
        with transaction.atomic():
            request = MembershipRequest.objects.create(email=email, **fields)
    except IntegrityError:
        same = MembershipRequest.objects.open().filter(email=email)
        if not same.filter(organisation_name__iexact=fields["organisation_name"]).exists():
            raise
        return
    audit.record(Verb.SUBMITTED, request, by=by)
    messages.asked(request)


def _open(request: MembershipRequest) -> MembershipRequest:
    """Return the request locked, unless a colleague has decided meanwhile."""
    rows = MembershipRequest.objects.select_for_update(of=("self",))
    row = rows.select_related("organisation", "decided_by").get(pk=request.pk)
    if row.state != RequestState.OPEN:
        raise AlreadyDecided(who=str(row.decided_by), state=row.get_state_display())
    return row


def _decide(row: MembershipRequest, state: RequestState, *, by: User, reason: str = "") -> None:
    row.state, row.reason = state, reason
    row.decided_by, row.decided_at = by, timezone.now()
    row.save()
    verb = Verb.ACCEPTED if state == RequestState.APPROVED else Verb.DECLINED
    audit.record(verb, row, by=by, note=reason)
