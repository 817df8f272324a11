"""How each kind of message looks, in both languages, with real data where there are any."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partnership.accounts.models import User
from partnership.accounts.requests import signed_in
from partnership.core import languages
from partnership.notifications import previews, registry

View = Callable[..., HttpResponse]


def kind_list(model_admin: Any) -> View:
    """Return the page with all kinds."""

    @require_safe
    def view(request: HttpRequest) -> HttpResponse:
        _require(model_admin, request)
        context = {
            **model_admin.admin_site.each_context(request),
            "title": _("Kinds of message"),
            "opts": model_admin.opts,
            "kinds": registry.kinds(),
            "languages": [(code, languages.NAMES[code]) for code in languages.LANGUAGES],
        }
        return TemplateResponse(request, "admin/notifications/kinds.html", context)

    return view


def kind_preview(model_admin: Any) -> View:
    """Return the page with one kind's mail, as the person who looks would get it."""

    @require_safe
    def view(request: HttpRequest, key: str, language: str) -> HttpResponse:
        _require(model_admin, request)
        known = {kind.key: kind for kind in registry.kinds()}
        if key not in known or language not in languages.LANGUAGES:
            raise Http404
        written = previews.write(known[key], _reader(signed_in(request), language))
        context = {
            **model_admin.admin_site.each_context(request),
            "title": registry.title(key),
            "opts": model_admin.opts,
            "kind": known[key],
            "mail": written,
            "mail_language": languages.tag(language),
            "other": (languages.other(language), languages.NAMES[languages.other(language)]),
        }
        return TemplateResponse(request, "admin/notifications/kind.html", context)

    return view


def _reader(user: User, language: str) -> User:
    """Return the person as a reader of `language`; not to be saved."""
    return User(
        pk=user.pk,
        email=user.email,
        name=user.name,
        latin_name=user.latin_name,
        language=language,
    )


def _require(model_admin: Any, request: HttpRequest) -> None:
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
