"""Naming many people at once by a table."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.core.sheets import files
from partnership.documents import actions as documents
from partnership.nominations import actions, policies, sheet
from partnership.nominations.forms import SheetForm
from partnership.nominations.models import NominationQuota
from partnership.nominations.views.finding import quota_of, refused, require, shown


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def take_sheet(request: SignedInRequest, number: int) -> HttpResponse:
    """Put everybody in the table on the list, or name every fault and change nothing."""
    quota = quota_of(request, number)
    require(policies.may_fill(request.user, quota))
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SheetForm(*data)
    reading, refusal = sheet.Reading(), None
    if request.method == "POST" and form.is_valid():
        refusal = refused(form, lambda: _take(request, quota, form.cleaned_data["file"], reading))
        if refusal is None and not reading.faults:
            return redirect("nominations:slate", number)
    return shown(request, "sheet", refusal, quota=quota, form=form, faults=reading.faults)


@login_required
@require_safe
def empty_sheet(request: SignedInRequest, number: int) -> HttpResponse:
    """An empty table with its headings, to be filled in."""
    require(policies.may_fill(request.user, quota_of(request, number)))
    answer = HttpResponse(sheet.template(), content_type=files.CONTENT_TYPES[files.CSV])
    answer.headers["Content-Disposition"] = 'attachment; filename="nominations.csv"'
    return answer


def _take(
    request: SignedInRequest, quota: NominationQuota, file: UploadedFile, reading: sheet.Reading
) -> None:
    found = sheet.read(files.read(documents.read_once(file, by=request.user)), quota)
    reading.faults, reading.nominees = found.faults, found.nominees
    if found.faults:
        return
    count = len(actions.add_all(quota, found.nominees, by=request.user))
    text = ngettext("%(count)d person is on the list.", "%(count)d people are on the list.", count)
    messages.success(request, text % {"count": count})
