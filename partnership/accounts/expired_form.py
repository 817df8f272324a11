"""A form whose security token no longer holds: its page was open too long, or in another tab
somebody has signed in or out since."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from partnership.accounts import drafts


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that nothing was sent, and show what was typed, so that it can be copied.

    A sign-in form sent once more after signing in has nothing left to do.
    """
    if request.path == reverse("account_login") and request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    fields = drafts.typed(request) if _is_from_here(request) else []
    texts = [value for _name, value in fields if len(value) > 1]
    return render(request, "403_csrf.html", {"texts": texts}, status=403)


def _is_from_here(request: HttpRequest) -> bool:
    """Whether a page of this portal sent the form; strangers could make us show their words."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
