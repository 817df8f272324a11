"""Progress reports and evidence, given by the people of the organisation."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from partnership.accounts.requests import SignedInRequest
from partnership.network import actions, policies
from partnership.network.commitment_errors import EvidenceWithdrawn
from partnership.network.commitment_page import told
from partnership.network.forms import EvidenceForm, PictureForm, ReportForm, WithdrawalForm
from partnership.network.models import Commitment, CommitmentReport, Organisation
from partnership.network.views.own import for_members, require
from partnership.network.views.own_commitments import of_organisation, sent


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(ReportForm)
def give_report(request: SignedInRequest, organisation: Organisation, number: int) -> HttpResponse:
    """Report on a commitment."""
    require(policies.may_commit(request.user, organisation))
    commitment = of_organisation(organisation, number)
    return _report(request, commitment, None)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(ReportForm)
def correct_report(
    request: SignedInRequest, organisation: Organisation, number: int, report: int
) -> HttpResponse:
    """Change a report that came back, or that nobody has reviewed yet."""
    require(policies.may_commit(request.user, organisation))
    commitment = of_organisation(organisation, number)
    return _report(request, commitment, get_object_or_404(commitment.reports, pk=report))


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(EvidenceForm)
def add_evidence(request: SignedInRequest, organisation: Organisation, number: int) -> HttpResponse:
    """Add a document that belongs to the commitment as a whole; the secretariat looks at it first."""
    require(policies.may_commit(request.user, organisation))
    commitment = of_organisation(organisation, number)
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = EvidenceForm(*data, acting=request.user, commitment=commitment)

    def send() -> object:
        file = form.cleaned_data["upload"]
        return actions.add_evidence(commitment, file, by=request.user, **form.titles())

    if sent(request, form, send):
        messages.success(
            request, _("The secretariat looks at the document before it becomes public.")
        )
        return redirect("network:own-commitment", organisation.slug, number)
    context = {"organisation": organisation, "commitment": commitment, "form": form}
    return render(request, "network/add_evidence.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(PictureForm)
def add_picture(request: SignedInRequest, organisation: Organisation, number: int) -> HttpResponse:
    """Add a picture of what was done, with its rights; the secretariat looks at it first."""
    require(policies.may_commit(request.user, organisation))
    commitment = of_organisation(organisation, number)
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PictureForm(*data, acting=request.user, commitment=commitment)

    def send() -> object:
        file, report = form.cleaned_data["upload"], form.cleaned_data["report"]
        return actions.add_picture(
            commitment, file, by=request.user, said=form.rights(), report=report, **form.titles()
        )

    if sent(request, form, send):
        messages.success(
            request, _("The secretariat looks at the picture before it becomes public.")
        )
        return redirect("network:own-commitment", organisation.slug, number)
    context = {"organisation": organisation, "commitment": commitment, "form": form}
    return render(request, "network/add_picture.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members(WithdrawalForm)
def withdraw_evidence(
    request: SignedInRequest, organisation: Organisation, number: int, evidence: int
) -> HttpResponse:
    """Hand a document out no longer."""
    require(policies.may_commit(request.user, organisation))
    commitment = of_organisation(organisation, number)
    row = get_object_or_404(commitment.evidence, pk=evidence)
    if request.method != "POST" and not row.is_standing:  # a colleague was faster
        messages.info(request, str(EvidenceWithdrawn.message))
        return redirect("network:own-commitment", organisation.slug, number)
    form = WithdrawalForm(request.POST if request.method == "POST" else None)

    def send() -> object:
        return actions.withdraw_evidence(row, by=request.user, **form.typed())

    if sent(request, form, send):
        messages.success(request, _("The document is no longer handed out."))
        return redirect("network:own-commitment", organisation.slug, number)
    context = {
        "organisation": organisation,
        "commitment": commitment,
        "evidence": row,
        "form": form,
    }
    return render(request, "network/withdraw_evidence.html", context)


def _report(
    request: SignedInRequest, commitment: Commitment, stored: CommitmentReport | None
) -> HttpResponse:
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    shown = CommitmentReport.objects.get(pk=stored.pk) if stored else None
    form = ReportForm(*data, acting=request.user, commitment=commitment, instance=shown)

    @transaction.atomic
    def send() -> CommitmentReport:
        if stored is None:
            given = actions.give_report(commitment, by=request.user, **form.typed())
        else:
            given = actions.correct_report(stored, by=request.user, **form.typed())
        if file := form.cleaned_data["upload"]:
            titles = form.titles()
            actions.add_evidence(commitment, file, by=request.user, report=given, **titles)
        return given

    if sent(request, form, send):
        messages.success(request, _("The secretariat has your report and reviews it."))
        return redirect("network:own-commitment", commitment.organisation.slug, commitment.pk)
    context = {
        "organisation": commitment.organisation,
        "commitment": commitment,
        "report": stored,
        "remark": told(stored, "remark") if stored else None,
        "form": form,
    }
    return render(request, "network/give_report.html", context)
