"""Files of a submission: adding, taking out, fetching."""

from typing import Final
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.core.errors import DomainError
from partnership.documents.models import StoredFile
from partnership.documents.sending import MEDIA_TYPES, Sending, send
from partnership.review import actions, policies
from partnership.review.choices import MOST_ENCLOSURES, EnclosureRole
from partnership.review.enclosure_forms import EnclosureForm, form_for, tally_of
from partnership.review.models import Enclosure, Submission
from partnership.review.views.finding import done, files_of, found, require

WAITS: Final = gettext_lazy(
    "The file is turned as soon as its check is over. Until then the one before stays."
)
TURNED: Final = gettext_lazy("The picture is turned.")
PAGES_TURNED: Final = gettext_lazy(
    "Every page is turned by a quarter to the right. Fetch the file to look at it."
)


@login_required
@require_http_methods(["GET", "POST"])
def files(request: SignedInRequest, key: UUID) -> HttpResponse:
    """What belongs to the submission, with a form for each kind of file it takes."""
    submission = found(request, key)
    require(policies.may_write(request.user, submission))
    forms = _forms(request, submission)
    for form in forms:
        if form.is_bound and form.is_valid() and _enclosed(request, submission, form):
            messages.success(request, _("The file is there."))
            return redirect("review:files", key)
    there = files_of(submission, submission.answers)
    tally = tally_of(submission, there["enclosures"])
    context = {"submission": submission, "forms": forms, "tally": tally, **there}
    return render(request, "review/files.html", context)


@login_required
@require_POST
def take_out(request: SignedInRequest, key: UUID, number: int) -> HttpResponse:
    """Take a file out; who still finds the page finds it gone."""
    enclosure = _enclosure(request, key, number)
    require(policies.may_write(request.user, enclosure.submission))
    actions.take_out(enclosure, by=request.user)
    messages.success(request, _("The file is taken out."))
    return redirect("review:files", key)


@login_required
@require_POST
def turn(request: SignedInRequest, key: UUID, number: int) -> HttpResponse:
    """Turn a picture, or the pages of a scan, by a quarter and stay with the files."""
    enclosure = _enclosure(request, key, number)
    require(policies.may_write(request.user, enclosure.submission))
    try:
        row = actions.turn(enclosure, by=request.user)
    except DomainError as refused:
        messages.error(request, str(refused))
    else:
        done_now = TURNED if row.file.is_picture else PAGES_TURNED
        messages.success(request, WAITS if row.turned_id else done_now)
    return redirect("review:files", key)


@login_required
@require_safe
def file(request: HttpRequest, key: UUID, number: int) -> HttpResponseBase:
    """Hand the file out, never to be opened in the browser; a picture in its large copy."""
    row = _available(request, key, number)
    name = str(row.facts["names"][0])
    what = Sending(row.token, name, row.media_type, is_public=False, attached_as=row.download_name)
    return send(request, what)


@login_required
@require_safe
def thumbnail(request: HttpRequest, key: UUID, number: int) -> HttpResponseBase:
    """Show the small copy of a picture."""
    enclosure = _enclosure(request, key, number)
    if not enclosure.thumbnail:
        raise Http404
    name = enclosure.thumbnail
    media_type = MEDIA_TYPES[name.rpartition(".")[2]]
    return send(request, Sending(enclosure.file.token, name, media_type, is_public=False))


def _forms(request: SignedInRequest, submission: Submission) -> list[EnclosureForm]:
    """Return a form for each kind of file there is room for; the one that was sent is bound."""
    sent = request.POST.get("role", "")
    present = [row.role for row in submission.enclosures.present()]
    return [
        form_for(
            role,
            *((request.POST, request.FILES) if sent == role else ()),
            acting=request.user,
            submission=submission,
            prefix=role.value,
        )
        for role in submission.kind.enclosures
        if sent == role or present.count(role) < MOST_ENCLOSURES[role]
    ]


def _enclosed(request: SignedInRequest, submission: Submission, form: EnclosureForm) -> bool:
    texts = dict(form.cleaned_data)
    upload = texts.pop("upload")
    role = EnclosureRole(form.role)
    return done(form, actions.enclose, submission, upload, role, by=request.user, **texts)


def _enclosure(request: HttpRequest, key: UUID, number: int) -> Enclosure:
    rows = Enclosure.objects.visible_to(request.user).select_related("submission", "file")
    enclosure: Enclosure = get_object_or_404(rows, submission__key=key, pk=number)
    return enclosure


def _available(request: HttpRequest, key: UUID, number: int) -> StoredFile:
    row: StoredFile = _enclosure(request, key, number).file
    if not row.is_available:
        raise Http404
    return row
