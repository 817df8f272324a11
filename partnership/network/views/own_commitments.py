"""An organisation's commitments, for its people: propose, correct, take back."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.core.admin.versions import clashes
from partnership.core.errors import ChangedMeanwhile, DomainError
from partnership.core.paging import page_of
from partnership.network import actions, policies
from partnership.network.commitment_choices import RUNNING, CommitmentState
from partnership.network.commitment_page import OwnCommitment
from partnership.network.commitment_querysets import CommitmentQuerySet
from partnership.network.commitment_rows import rows_of
from partnership.network.forms import CommitmentForm
from partnership.network.models import Commitment, Organisation
from partnership.network.views.own import for_members, require


@require_safe
@for_members(CommitmentForm)
def own_commitments(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """What the organisation has committed itself to or proposes to."""
    rows = Commitment.objects.filter(organisation=organisation).with_light().in_order()
    found = page_of(rows, request.GET.get("page", ""))
    context = {
        "organisation": organisation,
        "rows": rows_of(cast("CommitmentQuerySet", found.page.object_list)),
        "page": found.page,
        "left_out": found.notices,
        "proposes": bool(policies.may_commit(request.user, organisation)),
    }
    return render(request, "network/own_commitments.html", context)


@require_safe
@for_members(CommitmentForm)
def own_commitment(
    request: SignedInRequest, organisation: Organisation, number: int
) -> HttpResponse:
    """Show one with all its reports and documents, whatever became of them."""
    commitment = of_organisation(organisation, number)
    submits = bool(policies.may_commit(request.user, organisation))
    context = {
        "organisation": organisation,
        "commitment": commitment,
        "shown": OwnCommitment(commitment),
        "edits": submits and commitment.state == CommitmentState.PROPOSED,
        "reports": submits and commitment.state in RUNNING,
        "submits": submits,
    }
    return render(request, "network/own_commitment.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(CommitmentForm)
def propose_commitment(request: SignedInRequest, organisation: Organisation) -> HttpResponse:
    """Propose a commitment; the secretariat agrees, or says why not."""
    require(policies.may_commit(request.user, organisation))
    form = CommitmentForm(request.POST if request.method == "POST" else None)

    def send() -> Commitment:
        return actions.propose_commitment(organisation, by=request.user, **form.typed())

    if made := sent(request, form, send):
        messages.success(request, pgettext("commitment", "The secretariat has your proposal."))
        return redirect("network:own-commitment", organisation.slug, made.pk)
    context = {"organisation": organisation, "form": form}
    return render(request, "network/propose_commitment.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(CommitmentForm)
def edit_commitment(
    request: SignedInRequest, organisation: Organisation, number: int
) -> HttpResponse:
    """Correct a proposal; the later of two editors is shown what the first one saved."""
    stored = of_organisation(organisation, number)
    require(policies.may_edit_commitment(request.user, stored))
    data = request.POST if request.method == "POST" else None
    form = CommitmentForm(data, instance=Commitment.objects.get(pk=stored.pk))
    context = {"organisation": organisation, "commitment": stored, "form": form, "clashes": []}

    def send() -> Commitment | None:
        try:
            return actions.edit_commitment(
                stored, by=request.user, version=form.opened, **form.typed()
            )
        except ChangedMeanwhile:
            context["clashes"] = list(clashes(form, []))
            form.take_present_version(stored.version)
            return None

    if sent(request, form, send):
        messages.success(request, _("The proposal is saved."))
        return redirect("network:own-commitment", organisation.slug, number)
    return render(request, "network/propose_commitment.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(CommitmentForm)
def withdraw_commitment(
    request: SignedInRequest, organisation: Organisation, number: int
) -> HttpResponse:
    """Take a proposal back that nobody has agreed to."""
    commitment = of_organisation(organisation, number)
    require(policies.may_edit_commitment(request.user, commitment))
    form = forms.Form(request.POST if request.method == "POST" else None)

    def send() -> bool:
        actions.withdraw_proposal(commitment, by=request.user)
        return True

    if sent(request, form, send):
        messages.success(request, _("The proposal is taken back."))
        return redirect("network:own-commitments", organisation.slug)
    context = {"organisation": organisation, "commitment": commitment, "form": form}
    return render(request, "network/withdraw_commitment.html", context)


def of_organisation(organisation: Organisation, number: int) -> Commitment:
    """Return a commitment of the organisation with its light; a stranger's is 404."""
    rows = Commitment.objects.with_light().filter(organisation=organisation)
    found: Commitment = get_object_or_404(rows.select_related("organisation"), pk=number)
    return found


def sent(request: SignedInRequest, form: Any, send: Callable[[], Any]) -> Any:
    """Do the deed when the form was sent and is in order; what is refused stands in the form."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return send()
    except DomainError as refused:
        form.add_error(None, str(refused))
        return None
