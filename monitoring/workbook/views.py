"""The pages of the workbook: fetching it, uploading it, reading what was found."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from monitoring.workbook import outcomes
from monitoring.workbook.checking import check
from monitoring.workbook.forms import UploadForm
from monitoring.workbook.marking import marked
from monitoring.workbook.opening import MOST_BYTES, ZIP
from monitoring.workbook.outcomes import Outcome
from monitoring.workbook.reading import read
from monitoring.workbook.taking import take
from monitoring.workbook.template import workbook
from partnership.accounts.models import User
from partnership.accounts.requests import SignedInRequest
from partnership.core.errors import DomainError
from partnership.core.paging import page_of
from partnership.core.sheets.files import CONTENT_TYPES, XLSX
from partnership.review import policies, subjects


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def upload(request: SignedInRequest) -> HttpResponse:
    """Take a file in, or say everything that is wrong with it and change nothing."""
    _require_site(request.user)
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*data)
    if request.method == "POST" and form.is_valid():
        file, replace = form.cleaned_data["file"], form.cleaned_data["replace"]
        try:
            outcome = _outcome(request.user, file, replace=replace)
        except DomainError as refused:
            form.add_error("file", str(refused))
        else:
            return redirect("monitoring:upload", outcomes.keep(outcome))
    return render(request, "monitoring/workbook/upload.html", {"form": form})


@login_required
@require_safe
@never_cache
def template(request: SignedInRequest) -> HttpResponse:
    """The empty workbook."""
    _require_site(request.user)
    return _sent(workbook(request.user), "beach-survey.xlsx")


@login_required
@require_safe
@never_cache
def result(request: SignedInRequest, key: UUID) -> HttpResponse:
    """What was found in a file, or what became of its surveys."""
    outcome = _found(request, key)
    found = page_of(outcome.findings or outcome.taken, request.GET.get("page", ""), per_page=50)
    context = {
        "key": key,
        "outcome": outcome,
        "page": found.page,
        "left_out": found.notices,
        "has_copy": bool(outcome.content),
    }
    return render(request, "monitoring/workbook/result.html", context)


@login_required
@require_safe
@never_cache
def copy(request: SignedInRequest, key: UUID) -> HttpResponse:
    """The uploaded workbook with comments at the faulty cells."""
    outcome = _found(request, key)
    if not outcome.content:
        raise Http404
    return _sent(marked(outcome.content, outcome.findings), "beach-survey-marked.xlsx")


def _outcome(user: User, file: UploadedFile, *, replace: bool) -> Outcome:
    name = str(file.name)
    content = file.read(MOST_BYTES + 1)  # more is refused as too large
    checked = check(read(content, name), by=user)
    if checked.findings:
        copied = content if content.startswith(ZIP) else b""
        return Outcome(user.pk, name, findings=checked.findings, content=copied)
    return Outcome(user.pk, name, taken=take(checked, by=user, replace=replace))


def _found(request: HttpRequest, key: UUID) -> Outcome:
    outcome = outcomes.find(key, request.user)  # type: ignore[arg-type]
    if outcome is None:
        raise Http404
    return outcome


def _require_site(user: User) -> None:
    verdict = policies.may_begin(user, subjects.get("survey"))
    if not verdict:
        raise PermissionDenied(str(verdict.reason))


def _sent(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=CONTENT_TYPES[XLSX])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
