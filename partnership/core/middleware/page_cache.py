"""Answers visitors about whom nothing is known from kept pages, before anything else is asked."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from partnership.core import page_cache, publication_version

GetResponse = Callable[[HttpRequest], HttpResponse]


class PageCacheMiddleware:
    """Stands before session and account. What stands inside it shapes the page that is kept, with
    its headers; what stands outside adds to every answer anew."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        slot = page_cache.slot_for(request)
        if slot is None:
            return _said_for_whom(request, self.get_response(request))
        if slot.is_held_by(request):
            return page_cache.not_modified(slot)
        kept = page_cache.find(slot)
        if kept is not None:
            return kept
        with publication_version.remembered(slot.version):
            response = _said_for_whom(request, self.get_response(request))
        page_cache.keep(slot, response)
        return response


def _said_for_whom(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Tell caches on the way whether a public page may be given to others."""
    if getattr(response, page_cache.MARK, False) and "Cache-Control" not in response.headers:
        known = page_cache.is_known(request)
        response.headers["Cache-Control"] = page_cache.FOR_ONE if known else page_cache.FOR_EVERYONE
    return response
