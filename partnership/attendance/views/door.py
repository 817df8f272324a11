"""The list at the door: search, tick, count."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from partnership.accounts.requests import SignedInRequest
from partnership.attendance import actions
from partnership.attendance.days import day_at, is_on
from partnership.attendance.forms import WalkInForm
from partnership.attendance.models import CheckIn
from partnership.attendance.querysets import door_of, expected_at, matching, with_check_ins
from partnership.attendance.views.entry import do
from partnership.core.errors import DomainError
from partnership.core.paging import page_of
from partnership.events.event_page import EventPage
from partnership.events.models import Event


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def door(request: SignedInRequest, slug: str) -> HttpResponse:
    """Everybody who has a seat, by name; a button beside each."""
    event = _event(request, slug)
    refusal = None
    if request.method == "POST":
        rows = event.registrations.select_related("event__place")
        row = get_object_or_404(rows, uid=_uid(request.POST.get("registration", "")))
        refusal = do(request, row)
        if refusal is None:
            return redirect(f"{request.path}?{_query(request)}")
    return render(request, "attendance/door.html", {**_list(request, event), "refusal": refusal})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def walk_in(request: SignedInRequest, slug: str) -> HttpResponse:
    """Register and let in somebody who has come without a registration."""
    event = _event(request, slug)
    form = WalkInForm(request.POST if request.method == "POST" else None, event=event)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.walk_in(event, form.typed(), by=request.user)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
        else:
            words = {"name": made.registration.name, "people": made.people}
            messages.success(request, _("%(name)s is checked in; people: %(people)d.") % words)
            return redirect("attendance:door", slug=slug)
    page = EventPage.at_present(event)
    return render(request, "attendance/walk_in.html", {"page": page, "form": form})


def _event(request: SignedInRequest, slug: str) -> Event:
    event = door_of(request.user, slug)
    if event is None:
        raise Http404
    return event


def _list(request: SignedInRequest, event: Event) -> dict[str, Any]:
    now = timezone.now()
    day = day_at(event, now)
    expected = expected_at(event)
    text = request.GET.get("q", "").strip()[:100]
    rows = matching(expected, text) if text else expected
    missing = request.GET.get("show") == "missing"
    if missing:
        rows = rows.exclude(check_ins__day=day)
    found = page_of(with_check_ins(rows, day), request.GET.get("page", ""))
    present = CheckIn.objects.filter(registration__event=event).on(day)
    return {
        "page": EventPage.at_present(event),
        "found": found.page,
        "left_out": found.notices,
        "text": text,
        "missing": missing,
        "is_on": is_on(event, now),
        "people_here": present.people(),
        "expected": expected.people(),
        "query": _query(request),
    }


def _uid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as unread:
        raise Http404 from unread


def _query(request: SignedInRequest) -> str:
    """The search goes along with a tick, so that the list stays where it was."""
    kept = {name: request.GET.get(name, "") for name in ("q", "show", "page")}
    return urlencode({name: value for name, value in kept.items() if value})
