"""The registrations of somebody with an account."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from partnership.accounts.requests import SignedInRequest
from partnership.core.paging import page_of
from partnership.events.models import Registration
from partnership.events.views.refusals import answer
from partnership.events.views.registration import RegistrationPage, do, names_form


@login_required
@require_safe
@never_cache
def mine(request: SignedInRequest) -> HttpResponse:
    """Everything the person is or was registered for, the latest event first."""
    rows = Registration.objects.of(request.user).select_related("event")
    found = page_of(rows.order_by("-event__starts_at", "-pk"), request.GET.get("page", ""))
    return render(request, "events/mine.html", {"page": found.page, "left_out": found.notices})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own(request: SignedInRequest, uid: UUID) -> HttpResponse:
    """One of them, with its buttons; somebody else's is not there."""
    rows = Registration.objects.of(request.user).select_related("event__place", "event__host")
    row = get_object_or_404(rows, uid=uid)
    refusal, names = None, names_form(request, row)
    if request.method == "POST":
        refusal = do(request, row, request.user, names)
        if refusal is None and not names.errors:
            return redirect("events:own", uid=uid)
        row.refresh_from_db()
    context = {"shown": RegistrationPage.of(row, request.path, names), "refusal": refusal}
    return answer(request, "events/own_registration.html", context, refusal)
