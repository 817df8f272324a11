"""The public page of an organisation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from partnership.core.page_cache import public_page
from partnership.network.profiles import Profile


@require_safe
@public_page
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who an organisation is and what came of its work; never a person."""
    profile = Profile.of_listed(slug)
    context = {"profile": profile, "meta": profile.meta}
    return render(request, "network/organisation_detail.html", context)
