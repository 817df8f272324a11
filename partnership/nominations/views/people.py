"""People on a list: adding, correcting, ranking, taking off, replacing."""

from collections.abc import Callable
from typing import Literal

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from partnership.accounts.requests import SignedInRequest
from partnership.core import languages
from partnership.core.errors import ChangedMeanwhile, DomainError
from partnership.nominations import actions, policies
from partnership.nominations.forms import NomineeForm, SubstituteForm, WhyForm
from partnership.nominations.forms.people import COLUMNS
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
def add(request: SignedInRequest, number: int) -> HttpResponse:
    """Put somebody on the list."""
    quota = quota_of(request, number)
    require(policies.may_fill(request.user, quota))
    typed = request.POST if request.method == "POST" else None
    form = NomineeForm(typed, initial={"language": languages.current()})
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = refused(form, lambda: actions.add(quota, form.nominee(), by=request.user))
        if refusal is None:
            messages.success(request, _("%(name)s is on the list.") % form.cleaned_data)
            return redirect("nominations:slate", number)
    return shown(request, "nominee", refusal, quota=quota, form=form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def edit(request: SignedInRequest, number: int, key: int) -> HttpResponse:
    """Correct somebody who is not handed in, or was returned."""
    row = person_of(request, number, key)
    require(policies.may_fill(request.user, row.quota))
    form = NomineeForm.of(row, request.POST if request.method == "POST" else None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        nominee = form.nominee()
        refusal = refused(
            form, lambda: actions.edit(row, nominee, by=request.user, version=version)
        )
        if refusal is None:
            messages.success(request, _("It is saved."))
            return redirect("nominations:slate", number)
    context = {"quota": row.quota, "form": form, "row": row}
    if isinstance(refusal, ChangedMeanwhile):
        row.refresh_from_db(fields=(*COLUMNS, "version"))
        form.take_version(row)
        context["stored"] = form.beside(row)
    return shown(request, "nominee", refusal, **context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def replace(request: SignedInRequest, number: int, key: int) -> HttpResponse:
    """Hand in somebody instead of another."""
    row = person_of(request, number, key)
    require(policies.may_submit(request.user, row.quota))
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SubstituteForm(
        *data,
        acting=request.user,
        quota=row.quota,
        initial={"language": languages.current()},
    )
    refusal = None
    if request.method == "POST" and form.is_valid():
        letter = form.cleaned_data["letter"]
        refusal = refused(
            form,
            lambda: actions.propose_substitute(row, form.nominee(), letter, by=request.user),
        )
        if refusal is None:
            text = _("%(name)s is handed in. Until there is a decision, everything stays as it is.")
            messages.success(request, text % form.cleaned_data)
            return redirect("nominations:slate", number)
    return shown(request, "replace", refusal, quota=row.quota, form=form, row=row)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def withdraw(request: SignedInRequest, number: int, key: int) -> HttpResponse:
    """Take somebody off the list who was handed in."""
    row = person_of(request, number, key)
    require(policies.may_submit(request.user, row.quota))
    form = WhyForm(request.POST if request.method == "POST" else None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = refused(form, lambda: actions.withdraw(row, by=request.user, **form.cleaned_data))
        if refusal is None:
            text = _("%(name)s is off the list. The seat stays yours.")
            messages.success(request, text % {"name": row.name})
            return redirect("nominations:slate", number)
    return shown(request, "withdraw", refusal, quota=row.quota, form=form, row=row)


@login_required
@require_POST
def move(request: SignedInRequest, number: int, key: int) -> HttpResponse:
    """Let somebody change places with their neighbour."""
    row = person_of(request, number, key)
    require(policies.may_fill(request.user, row.quota))
    way: Literal["up", "down"] = "up" if request.POST.get("way") == "up" else "down"
    return _done(request, number, "", lambda: actions.move(row, way, by=request.user))


@login_required
@require_POST
def remove(request: SignedInRequest, number: int, key: int) -> HttpResponse:
    """Take a draft off the list."""
    row = person_of(request, number, key)
    require(policies.may_fill(request.user, row.quota))
    text = _("%(name)s is off the list.") % {"name": row.name}
    return _done(request, number, text, lambda: actions.remove(row, by=request.user))


def _done(
    request: SignedInRequest, number: int, text: str, deed: Callable[[], object]
) -> HttpResponse:
    """Do what a button of the list says and show the list again."""
    try:
        deed()
    except DomainError as refusal:
        messages.error(request, str(refusal))
    else:
        if text:
            messages.success(request, text)
    return redirect("nominations:slate", number)
