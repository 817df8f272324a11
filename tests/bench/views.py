"""What the portal's pages are held against: the least a page with one query can be."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cases.models import Case


def baseline(request: HttpRequest, number: str) -> HttpResponse:
    """One indexed query and a small template, behind the same middleware as every page."""
    columns = ("number", "title_en", "summary_en")
    case = Case.objects.published().filter(number=number).values(*columns).get()
    return render(request, "bench/baseline.html", {"case": case})
