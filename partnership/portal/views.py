"""Public pages over all apps."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.vary import vary_on_headers

from partnership.core import languages
from partnership.portal.milestones import MILESTONES
from partnership.portal.style_guide import specimens


@vary_on_headers("Accept-Language", "Cookie")
def root(request: HttpRequest) -> HttpResponse:
    """Send the visitor to the home page of their language."""
    return redirect(f"/{languages.preferred(request)}/")


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; says nothing about the services behind it."""
    return HttpResponse("ok", content_type="text/plain")


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/home.html")


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/about.html", {"milestones": MILESTONES})


def style_guide(request: HttpRequest) -> HttpResponse:
    """Every token, component and state of the design, in the language of the address."""
    return render(request, "portal/style_guide.html", specimens())
