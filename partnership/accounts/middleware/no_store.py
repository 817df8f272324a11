"""What was written for one person is kept by no cache, neither the browser's nor a proxy's."""

from collections.abc import Callable

from django.http import HttpResponse

from partnership.accounts.requests import SessionRequest

GetResponse = Callable[[SessionRequest], HttpResponse]


class NoStoreMiddleware:
    """An answer that asked who is there counts as personal unless it says otherwise itself."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: SessionRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.session.accessed:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
