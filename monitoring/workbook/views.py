"""The pages of the workbooks: fetching one, uploading it, following what becomes of a file."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from monitoring.actions import uploads
from monitoring.choices import UploadState, WorkbookKind
from monitoring.models import Upload
from monitoring.workbook import kept
from monitoring.workbook.forms import AnswerForm, UploadForm
from monitoring.workbook.layouts import Layout, find, layout_of, offered_to
from monitoring.workbook.marking import marked
from monitoring.workbook.progress import stored_of
from monitoring.workbook.taking import GONE, SUBMITTED
from monitoring.workbook.template import workbook
from partnership.accounts.models import User
from partnership.accounts.requests import SignedInRequest
from partnership.core import languages
from partnership.core.errors import DomainError
from partnership.core.paging import page_of
from partnership.core.sheets.files import CONTENT_TYPES, XLSX
from partnership.documents import actions as documents
from partnership.review import policies

DEEDS = {
    "cancel": uploads.cancel,
    "replace": uploads.replace_drafts,
    "submit": uploads.submit_all,
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def upload(request: SignedInRequest, kind: str = WorkbookKind.BEACH) -> HttpResponse:
    """Take a file, which a worker reads; the next page follows it."""
    layout = _layout(request.user, kind)
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*data, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            file = form.cleaned_data["file"]
            sent = uploads.send(
                ContentFile(documents.read_once(file, by=request.user), file.name),
                kind=layout.kind,
                organisation=form.sender,
                by=request.user,
                language=languages.current(),
                replaces=form.cleaned_data["replace"],
                asks_columns=form.cleaned_data["anew"],
            )
        except DomainError as refused:
            form.add_error("file", str(refused))
        else:
            return redirect("monitoring:upload", sent.key)
    context = {
        "form": form,
        "layout": layout,
        "others": [each for each in offered_to(request.user) if each is not layout],
        "latest": Upload.objects.of(request.user).in_brief()[:3],
    }
    return render(request, "monitoring/workbook/upload.html", context)


@login_required
@require_safe
@never_cache
def template(request: SignedInRequest, kind: str) -> HttpResponse:
    """The empty workbook."""
    layout = _layout(request.user, kind)
    return _sent(workbook(request.user, layout), f"{layout.kind}.xlsx")


@login_required
@require_safe
@never_cache
def own_uploads(request: SignedInRequest) -> HttpResponse:
    """The files a person has sent, by what became of them."""
    require_any(request.user)
    rows, state = Upload.objects.of(request.user).in_brief(), request.GET.get("state", "")
    is_narrowed = state in UploadState.values
    found = page_of(rows.filter(state=state) if is_narrowed else rows, request.GET.get("page", ""))
    context = {
        "page": found.page,
        "left_out": found.notices,
        "states": UploadState.choices,
        "chosen": state if is_narrowed else "",
    }
    return render(request, "monitoring/workbook/uploads.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def result(request: SignedInRequest, key: UUID) -> HttpResponse:
    """How far a file is, what was found in it, or what became of its surveys."""
    found = _found(request, key)
    asked = AnswerForm(request.POST or None, upload=found)
    if request.method == "POST" and (request.POST.get("deed") != "answer" or asked.is_valid()):
        try:
            _done(request, found, asked)
        except DomainError as refused:
            messages.error(request, str(refused))
        return redirect("monitoring:upload", key)
    return render(request, "monitoring/workbook/result.html", _shown(request, found, asked))


@login_required
@require_safe
@never_cache
def copy(request: SignedInRequest, key: UUID) -> HttpResponse:
    """The uploaded workbook with comments at the faulty cells."""
    found = _found(request, key)
    if found.state != UploadState.FAULTY or not found.content:
        raise Http404
    content = marked(bytes(found.content), kept.found(found.findings))
    return _sent(content, f"{found.kind}-marked.xlsx")


def _done(request: SignedInRequest, found: Upload, asked: AnswerForm) -> None:
    name = request.POST.get("deed", "")
    if name == "answer":
        uploads.answer(found, by=request.user, **asked.answers)
    elif name in DEEDS:
        DEEDS[name](found, by=request.user)


def _shown(request: HttpRequest, found: Upload, asked: AnswerForm) -> dict[str, Any]:
    became = kept.became(found.taken)
    rows: list[Any] = kept.found(found.findings) or became
    page = page_of(rows, request.GET.get("page", ""), per_page=50)
    return {
        "upload": found,
        "form": asked,
        "to_submit": sum(1 for survey in became if survey.what not in (SUBMITTED, GONE)),
        "surveys": len(became),
        "stored": stored_of(found),
        "failure": found.failure.get(languages.current(), ""),
        "page": page.page,
        "left_out": page.notices,
        "has_copy": found.state == UploadState.FAULTY and found.content is not None,
    }


def _found(request: SignedInRequest, key: UUID) -> Upload:
    found: Upload = get_object_or_404(Upload.objects.of(request.user), key=key)
    return found


def _layout(user: User, kind: str) -> Layout:
    """Return the workbook that an address names, for who may hand such surveys in."""
    layout = find(kind)
    if layout is None:
        raise Http404
    verdict = policies.may_begin(user, layout.subject)
    if not verdict:
        raise PermissionDenied(str(verdict.reason))
    return layout


def require_any(user: User) -> None:
    """Refuse whoever hands no surveys in."""
    verdict = policies.may_begin(user, layout_of(WorkbookKind.BEACH).subject)
    if not verdict and not offered_to(user):
        raise PermissionDenied(str(verdict.reason))


def _sent(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=CONTENT_TYPES[XLSX])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
