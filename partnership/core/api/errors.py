"""Refusals of the API: a stable code and a sentence in both languages."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions, status, views
from rest_framework.response import Response

from partnership.core.api.texts import sentence
from partnership.core.errors import DomainError

SENTENCES: Mapping[str, str | Promise] = {
    "not_found": _("There is nothing at this address."),
    "throttled": _("Too many requests from your address. Try again in %(seconds)s seconds."),
    "method_not_allowed": _(
        "This address does not answer to that method; the header Allow names those it answers to."
    ),
    "parse_error": _("The body of the request is not valid JSON."),
    "unsupported_media_type": _("Send the body as JSON (application/json)."),
    "not_authenticated": _("Sign in first: this is about the account that asks."),
    "permission_denied": _("Who writes has to send the token of the session (X-CSRFToken)."),
    "not_acceptable": _("The API answers in JSON only (application/json)."),
}


class Refused(exceptions.APIException):
    """A request that asks for something the API does not know."""

    status_code = status.HTTP_400_BAD_REQUEST

    def __init__(self, code: str, message: str | Promise, **details: object) -> None:
        super().__init__(code=code)
        self.code, self.message, self.details = code, message, details


class NotAccepted(Refused):
    """What was sent is incomplete or wrong: says which fields, and why in both languages."""

    def __init__(self, fields: Mapping[str, list[dict[str, str]]]) -> None:
        super().__init__("invalid", _("Some fields are missing or wrong; `fields` says which."))
        self.fields = fields


def handler(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """Answer an expected refusal; anything else is a fault and surfaces as one."""
    if isinstance(error, DomainError):
        body = {"code": error.code, "message": sentence(error.text, error.details)}
        if error.retry_after:
            again = {"Retry-After": str(error.retry_after)}
            return Response(body, status=status.HTTP_503_SERVICE_UNAVAILABLE, headers=again)
        return Response(body, status=status.HTTP_409_CONFLICT)
    response = views.exception_handler(error, dict(context))
    if response is not None:
        response.data = _body(error)
    return response


def _body(error: Exception) -> dict[str, Any]:
    """Only Django's own 404 is no exception of the API."""
    if isinstance(error, NotAccepted):
        message = sentence(error.message, error.details)
        return {"code": error.code, "message": message, "fields": error.fields}
    if isinstance(error, Refused):
        return {"code": error.code, "message": sentence(error.message, error.details)}
    code = str(error.get_codes()) if isinstance(error, exceptions.APIException) else "not_found"
    details = {"seconds": int(getattr(error, "wait", None) or 0)}
    return {"code": code.replace("_", "-"), "message": sentence(SENTENCES[code], details)}
