"""Public pages over all apps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.vary import vary_on_headers

from partnership.core import languages


@vary_on_headers("Accept-Language", "Cookie")
def root(request: HttpRequest) -> HttpResponse:
    """Send the visitor to the home page of their language."""
    return redirect(f"/{languages.preferred(request)}/")


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; says nothing about the services behind it."""
    return HttpResponse("ok", content_type="text/plain")


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/home.html")
