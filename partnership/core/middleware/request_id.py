"""One number per request, carried into logs and the audit trail."""

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from partnership.core import audit

GetResponse = Callable[[HttpRequest], HttpResponse]


class RequestIdMiddleware:
    """Sets the number for the time of the request and tells it to the client."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = audit.request_id.set(uuid.uuid4().hex)
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = audit.request_id.get()
        finally:
            audit.request_id.reset(token)
        return response
