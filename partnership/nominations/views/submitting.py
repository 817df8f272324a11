"""Handing a list in with its signed letter, and fetching the letter."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.documents.sending import Sending, send
from partnership.network import superiors
from partnership.nominations import actions, policies
from partnership.nominations.forms import LetterForm
from partnership.nominations.views.finding import (
    person_of,
    quota_of,
    refused,
    require,
    shown,
)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def submit(request: SignedInRequest, number: int) -> HttpResponse:
    """Look at the list once more, add the letter, hand it in."""
    quota = quota_of(request, number)
    require(policies.may_submit(request.user, quota))
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = LetterForm(*data, acting=request.user, quota=quota)
    refusal = None
    if request.method == "POST" and form.is_valid():
        letter = form.cleaned_data["letter"]
        refusal = refused(form, lambda: actions.submit(quota, letter, by=request.user))
        if refusal is None:
            messages.success(request, _("The list is handed in. You will hear from us."))
            return redirect("nominations:slate", number)
    return shown(
        request,
        "submit",
        refusal,
        quota=quota,
        form=form,
        people=quota.nominations.with_organisation().ranked(),
        bodies=superiors.above(quota.organisation),
    )


@login_required
@require_safe
def letter(request: SignedInRequest, number: int, key: int) -> HttpResponseBase:
    """Hand out the scan to whoever sees the person on the list."""
    row = person_of(request, number, key).letter
    if row is None or not row.is_available:
        raise Http404
    name = str(row.facts["names"][0])
    what = Sending(row.token, name, row.media_type, is_public=False, attached_as=row.download_name)
    return send(request, what)
