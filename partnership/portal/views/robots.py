"""What programs ask first: robots.txt, security.txt, sitemaps."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from partnership.core.page_meta import site_url
from partnership.portal import sitemaps

SECURITY_TXT_HOLDS_FOR = timedelta(days=180)


def robots_txt(request: HttpRequest) -> HttpResponse:
    context = {"sitemap": site_url(reverse("sitemap-index"))}
    return render(request, "portal/robots.txt", context, content_type="text/plain; charset=utf-8")


def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116); the date moves on by itself."""
    expires = timezone.now().replace(microsecond=0) + SECURITY_TXT_HOLDS_FOR
    lines = [
        f"Contact: mailto:{settings.CONTACT_EMAIL}",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: zh, en",
        f"Canonical: {site_url(reverse('security-txt'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def sitemap_index(request: HttpRequest) -> HttpResponse:
    files = [site_url(_address(*file)) for file in sitemaps.files()]
    return _xml(request, "portal/sitemap_index.xml", {"files": files})


def sitemap(request: HttpRequest, language: str, number: str = "1") -> HttpResponse:
    """The public pages of one language; 404 for a file the index does not name."""
    file = (language, int(number))
    if file not in sitemaps.files():
        raise Http404
    return _xml(request, "portal/sitemap.xml", {"entries": sitemaps.entries(*file)})


def _address(language: str, number: int) -> str:
    further = [number] if number > 1 else []
    return reverse("sitemap", args=[language, *further])


def _xml(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    return render(request, template, context, content_type="application/xml; charset=utf-8")
