"""Refuses input that no text of ours can hold, before it reaches PostgreSQL.

NUL characters and lone surrogates in address or query, JSON that is too deep, too large or not
JSON: the answer is 400 with a sentence, never 500. Form fields are left to the forms, which say
the same beside the field and keep what was typed; if such a text gets past one, the database's
refusal becomes a 400 here too.
"""

import json
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

LARGEST_JSON: Final = 1024 * 1024  # bytes
DEEPEST_JSON: Final = 32  # levels
JSON_TYPES: Final = ("application/json", "text/json")

GetResponse = Callable[[HttpRequest], HttpResponse]


class InputGuardMiddleware:
    """Looks at the address always, at the body only when it says it is JSON."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        fault = address_fault(request) or json_fault(request)
        return refuse(request, fault) if fault else self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if is_unstorable(exception):
            return refuse(request, _unstorable_text())
        return None


def address_fault(request: HttpRequest) -> str | None:
    """Say what is wrong with path or query, if anything."""
    query = unquote(request.META.get("QUERY_STRING", ""), errors="surrogateescape")
    text = request.path_info + query.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return None if is_storable(text) else _unstorable_text()


def json_fault(request: HttpRequest) -> str | None:
    """Say what is wrong with a JSON body, if there is one."""
    if request.content_type not in JSON_TYPES:
        return None
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_JSON:
        return _("The JSON text is longer than 1 MiB. Send less at a time.")
    try:
        value = json.loads(request.body or b"null", parse_constant=_refuse_constant)
    except RecursionError:
        return _too_deep_text()
    except ValueError:
        return _("The body is not valid JSON.")
    return _value_fault(value)


def is_storable(text: str) -> bool:
    """Tell whether PostgreSQL can hold `text`: no NUL, no lone surrogate."""
    return "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


def is_unstorable(exception: Exception) -> bool:
    """Tell whether the driver refused a text for the reasons of `is_storable`."""
    return isinstance(exception, UnicodeEncodeError) or (
        isinstance(exception, ValueError) and "NUL" in str(exception)
    )


def refuse(request: HttpRequest, fault: str) -> HttpResponse:
    """Answer 400 in the form the asker reads."""
    if request.path_info.startswith("/api/"):
        return JsonResponse({"code": "bad-input", "detail": fault}, status=400)
    return render(request, "400.html", {"fault": fault}, status=400)


def _value_fault(value: Any) -> str | None:
    """Walk level by level, so that depth is counted and never recursed into."""
    level = [value]
    for _depth in range(DEEPEST_JSON + 1):
        texts = [item for item in level if isinstance(item, str)]
        texts += [key for item in level if isinstance(item, dict) for key in item]
        if not all(is_storable(text) for text in texts):
            return _unstorable_text()
        level = [
            child
            for item in level
            if isinstance(item, dict | list)
            for child in (item.values() if isinstance(item, dict) else item)
        ]
        if not level:
            return None
    return _too_deep_text()


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _unstorable_text() -> str:
    return _(
        "The text contains a character that cannot be stored. Type it again and send it once more."
    )


def _too_deep_text() -> str:
    return _("The JSON text is nested more than 32 levels deep. Flatten it and send it again.")
