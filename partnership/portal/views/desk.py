"""The desk of a signed-in person."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from partnership.accounts.requests import SignedInRequest
from partnership.portal.desk import desk_of


@login_required
@require_GET
def desk(request: SignedInRequest) -> HttpResponse:
    """What I must do and by when, what is under way, what is finished."""
    return render(request, "portal/desk.html", {"desk": desk_of(request.user)})
