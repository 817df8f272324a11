"""The people of an organisation, seen and looked after from inside."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.core import tickets
from partnership.core.errors import DomainError
from partnership.network import actions, policies
from partnership.network.forms import LeaveForm, ProposalForm, RoleForm
from partnership.network.models import Membership, MembershipRequest, Organisation
from partnership.network.roles import GIVEN_BY_FOCAL_POINT, MemberRole, Right
from partnership.network.views.own import colleague, for_members, require


@require_safe
@for_members(LeaveForm)
def people(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Show who acts for the organisation, and who is proposed."""
    members = Membership.objects.visible_to(request.user).live().filter(organisation=organisation)
    proposed = MembershipRequest.objects.visible_to(request.user).open()
    context = {
        "organisation": organisation,
        "members": [
            {
                "membership": member,
                "may_withdraw": bool(policies.may_withdraw(request.user, member)),
            }
            for member in members.select_related("user", "organisation").in_order()
        ],
        "proposed": proposed.filter(organisation=organisation),
        "manages": bool(policies.may(request.user, organisation, Right.MANAGE_PEOPLE)),
        "edits": bool(policies.may_edit_profile(request.user, organisation)),
    }
    return render(request, "network/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(ProposalForm)
def propose(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Propose a colleague; the secretariat approves."""
    form = ProposalForm(
        request.POST if request.method == "POST" else None, roles=GIVEN_BY_FOCAL_POINT
    )
    require(policies.may(request.user, organisation, Right.MANAGE_PEOPLE))
    if request.method == "POST" and form.is_valid():
        typed = {**form.cleaned_data, "role": MemberRole(form.cleaned_data["role"])}
        actions.propose_member(
            organisation, by=request.user, reference=tickets.new_reference(), **typed
        )
        messages.success(request, _("The secretariat has your proposal."))
        return redirect("network:people", slug=organisation.slug)
    context = {"organisation": organisation, "form": form}
    return render(request, "network/propose.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(RoleForm)
def change_role(request: SignedInRequest, organisation: Organisation, number: int) -> HttpResponse:
    """Give a member another role."""
    member = colleague(organisation, request.user, number)
    form = RoleForm(
        request.POST if request.method == "POST" else None,
        membership=member,
        roles=GIVEN_BY_FOCAL_POINT,
    )
    require(policies.may_give(request.user, organisation, MemberRole(member.role)))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_member_role(
                member, MemberRole(form.cleaned_data["role"]), by=request.user
            )
        except DomainError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The new role counts from now on."))
            return redirect("network:people", slug=organisation.slug)
    context = {"organisation": organisation, "member": member, "form": form}
    return render(request, "network/change_role.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(LeaveForm)
def withdraw(request: SignedInRequest, organisation: Organisation, number: int) -> HttpResponse:
    """End a colleague's membership, or one's own."""
    member = colleague(organisation, request.user, number)
    form = LeaveForm(request.POST if request.method == "POST" else None)
    require(policies.may_withdraw(request.user, member))
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw_membership(member, by=request.user, **form.cleaned_data)
        except DomainError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("The membership has ended."))
            is_own = member.user_id == request.user.pk
            return (
                redirect("network:mine")
                if is_own
                else redirect("network:people", organisation.slug)
            )
    context = {"organisation": organisation, "member": member, "form": form}
    return render(request, "network/withdraw.html", context)
