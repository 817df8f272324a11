"""How a refused deed is answered: with its sentence, and what was typed."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from partnership.core.errors import DomainError
from partnership.events.errors import Busy


def answer(
    request: HttpRequest, template: str, context: Mapping[str, object], refusal: DomainError | None
) -> HttpResponse:
    """Show the page; of a busy moment, with the word for programs and when to come again."""
    response = render(request, template, dict(context))
    if isinstance(refusal, Busy):
        response.status_code = 503
        response.headers["Retry-After"] = str(Busy.retry_after)
    return response


def put_on(form: forms.Form, refusal: DomainError) -> DomainError:
    """Show the refusal above the form."""
    form.add_error(None, str(refusal))
    return refusal
