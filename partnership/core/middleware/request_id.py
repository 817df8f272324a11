"""One number per request, carried into logs and the audit trail."""

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from partnership.core.request_number import request_id

GetResponse = Callable[[HttpRequest], HttpResponse]


class RequestIdMiddleware:
    """Sets the number for the time of the request and tells it to the client."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = request_id.set(uuid.uuid4().hex)
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = request_id.get()
        finally:
            request_id.reset(token)
        return response
