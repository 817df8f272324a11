"""The language switch."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import translate_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from partnership.accounts import actions
from partnership.core import languages

ONE_YEAR = 365 * 24 * 3600  # seconds


@require_POST
def switch_language(request: HttpRequest) -> HttpResponse:
    """Remember the language and return to the same page in it.

    The choice is kept in a cookie, and in the account of a person who is signed in.
    """
    language = request.POST.get("language", "")
    if language not in languages.LANGUAGES:
        return HttpResponseBadRequest(_("There is no such language."))
    if request.user.is_authenticated:
        actions.change_profile(request.user, language=language)
    response = redirect(same_page(request, language))
    response.set_cookie(
        languages.COOKIE,
        language,
        max_age=ONE_YEAR,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def same_page(request: HttpRequest, language: str) -> str:
    """Return the address of the page `next` names in `language`, else of the home page.

    Only addresses on this host count, whatever `next` says.
    """
    home = f"/{language}/"
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    if not safe or not wanted.startswith("/"):
        return home
    translated = translate_url(wanted, language)
    return translated if _speaks(translated, language) else home


def _speaks(address: str, language: str) -> bool:
    return languages.from_path(urlsplit(address).path) in (None, language)
