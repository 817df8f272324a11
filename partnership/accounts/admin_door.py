"""The admin's own pages for signing in and out and for passwords lead to the portal's.

So there is one door with one set of limits, and what staff roles require cannot be walked around.
"""

from allauth.account import views as account_views
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from partnership.accounts import conditions
from partnership.accounts.requests import signed_in


def sign_in(request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
    """Send visitors to the sign-in page and staff on; whoever is neither has no business here."""
    wanted = _wanted(request)
    if not request.user.is_authenticated:
        return redirect(f"{reverse('account_login')}?{urlencode({'next': wanted})}")
    if (remedy := conditions.unmet(signed_in(request))) is not None:
        return redirect(remedy)
    if not request.user.is_staff:
        raise PermissionDenied
    return redirect(wanted)


def sign_out(request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
    return account_views.logout(request)


def change_password(
    request: HttpRequest, extra_context: dict[str, object] | None = None
) -> HttpResponse:
    return redirect("account_change_password")


def _wanted(request: HttpRequest) -> str:
    wanted = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else reverse("admin:index")
