"""Whole public pages, kept for visitors about whom nothing is known.

A view says with `public_page` that its page is the same for everyone. Only then, and only when
nothing in request or response belongs to one visitor, is the page kept. What a page shows that has no
version, the clock and free seats, is a moment old at most: `page_of_the_moment`.
"""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.cache import has_vary_header
from django.views.decorators.http import require_safe

from partnership.core import languages, layered_cache, publication_version
from partnership.core.publication_version import Version

LARGEST_PAGE: Final = 512 * 1024  # bytes
LONGEST_QUERY: Final = 512  # characters; longer ones are nobody's link
FOR_EVERYONE: Final = "public, max-age=0, must-revalidate"
FOR_ONE: Final = "private, no-cache"
MARK: Final = "is_public_page"
UNTIL: Final = "kept_until"  # seconds since 1970, for a page of the moment
MOMENT: Final = 3  # seconds: a rush is answered from one page, nobody waits for what is new

View = Callable[..., HttpResponse]


def public_page(view: View) -> View:
    """Declare that the page is the same for everyone and only read: it asks neither session nor
    account, and answers anything but GET and HEAD with 405."""

    @require_safe
    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with publication_version.asked_once():
            response = view(request, *args, **kwargs)
        setattr(response, MARK, True)
        return response

    return marked


def page_of_the_moment(view: View) -> View:
    """Declare the same of a page that also shows what changes without a version: the clock, free seats,
    numbers. It is kept for a moment, and browsers are never told that theirs is still right."""

    @public_page
    @wraps(view)
    def dated(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        begun = time.time()
        response = view(request, *args, **kwargs)
        setattr(response, UNTIL, begun + MOMENT)
        return response

    return dated


@dataclass(frozen=True, slots=True)
class Slot:
    """Where the answer to a request is kept; the version of the content is part of it."""

    key: str
    version: Version

    @property
    def etag(self) -> str:
        """Weak, because proxies may compress the page."""
        return f'W/"{self.key[-32:]}"'

    def is_held_by(self, request: HttpRequest) -> bool:
        """The visitor has this very page."""
        return self.etag in request.META.get("HTTP_IF_NONE_MATCH", "")


def slot_for(request: HttpRequest) -> Slot | None:
    """Return the slot of a request that a kept page may answer, None for any other."""
    if not is_for_everyone(request):
        return None
    version = publication_version.current()
    if version is None:
        return None
    parts = (
        version.of_pages,
        request.META.get("HTTP_HOST", ""),
        request.path_info,
        _query(request),
    )
    digest = hashlib.blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16)
    return Slot(f"page:{digest.hexdigest()}", version)


def is_for_everyone(request: HttpRequest) -> bool:
    """A plain GET of an address with a language, and nothing in it that belongs to one visitor."""
    meta = request.META
    return (
        settings.PAGE_CACHE
        and request.method == "GET"
        and languages.from_path(request.path_info) is not None
        and len(meta.get("QUERY_STRING", "")) <= LONGEST_QUERY
        and not is_known(request)
        and "HTTP_HX_REQUEST" not in meta
    )


def is_known(request: HttpRequest) -> bool:
    """The visitor is signed in or has a message waiting."""
    cookies = request.COOKIES
    return (
        settings.SESSION_COOKIE_NAME in cookies
        or CookieStorage.cookie_name in cookies
        or "HTTP_AUTHORIZATION" in request.META
    )


def find(slot: Slot) -> HttpResponse | None:
    """Return the kept page, unless its moment is over."""
    kept = layered_cache.get(slot.key)
    if kept is None:
        return None
    content, headers, until = kept
    if until is not None and time.time() >= until:
        return None
    return HttpResponse(content, headers=headers)


def keep(slot: Slot, response: HttpResponse) -> None:
    """Keep a page that may be kept, and let browsers ask whether theirs is still right."""
    if may_be_kept(response):
        until: float | None = getattr(response, UNTIL, None)
        if until is None:
            response.headers["ETag"] = slot.etag
        layered_cache.set(slot.key, (response.content, dict(response.items()), until))


def may_be_kept(response: HttpResponseBase) -> bool:
    """Nothing in the response belongs to one visitor: no cookie, no nonce, no form's token."""
    return (
        isinstance(response, HttpResponse)
        and getattr(response, MARK, False)
        and response.status_code == 200
        and not response.cookies
        and not has_vary_header(response, "Cookie")
        and "private" not in response.headers.get("Cache-Control", "")
        and "'nonce-" not in response.headers.get("Content-Security-Policy", "")
        and b"csrfmiddlewaretoken" not in response.content
        and len(response.content) <= LARGEST_PAGE
    )


def not_modified(slot: Slot) -> HttpResponse:
    """Tell a browser that its page is still right; nothing is looked up or rendered."""
    headers = {"ETag": slot.etag, "Cache-Control": FOR_EVERYONE}
    return HttpResponseNotModified(headers=headers)


def _query(request: HttpRequest) -> str:
    """Return the query with its parameters in order of name, their values as they came."""
    query: str = request.META.get("QUERY_STRING", "")
    parameters = query.split("&")
    return "&".join(sorted(parameters, key=lambda each: each.partition("=")[0]))
