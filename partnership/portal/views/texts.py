"""One text on a page of its own, and the pages whose words stand in their templates."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partnership.core import languages, rich_text
from partnership.core.gone import missing
from partnership.core.page_cache import public_page
from partnership.core.page_meta import JsonLd, PageMeta, site_url
from partnership.portal.addresses import text_url
from partnership.portal.choices import NEWS, PageKind
from partnership.portal.headlines import Headline
from partnership.portal.models import News, Page
from partnership.portal.querysets import TextQuerySet
from partnership.portal.structured_data import news_article
from partnership.portal.views.lists import rows_of

OTHERS: Final = 3  # texts of the same list offered below one


@public_page
def page(request: HttpRequest, key: str) -> HttpResponse:
    context = _context(Page.objects.of_kind(PageKind.PAGE), key)
    return render(request, "portal/page.html", context)


@public_page
def notice(request: HttpRequest, key: str) -> HttpResponse:
    crumb = {"label": _("Notices and publications"), "url": reverse("portal:notices")}
    return _one_of(request, Page.objects.listed(), key, crumb)


@public_page
def news_item(request: HttpRequest, key: str) -> HttpResponse:
    crumb = {"label": _("News"), "url": reverse("portal:news")}
    return _one_of(request, News.objects.all(), key, crumb)


@public_page
def contact(request: HttpRequest) -> HttpResponse:
    """How to reach the secretariat; the facts stand in the settings."""
    description = _("Address, telephone and e-mail of the partnership's secretariat in Beijing.")
    meta = PageMeta.of_request(request, _("Contact"), description=description)
    return render(request, "portal/contact.html", {"meta": meta})


def _one_of(
    request: HttpRequest, texts: TextQuerySet, key: str, crumb: dict[str, str]
) -> HttpResponse:
    """Show a text of a list, and the latest others of that list below it."""
    context = _context(texts, key)
    others = texts.published().exclude(key=key).newest_first()[:OTHERS]
    more = rows_of(others.headlines())
    return render(request, "portal/text.html", {**context, "crumbs": [crumb], "more": more})


def _context(texts: TextQuerySet, key: str) -> dict[str, object]:
    """Return what a text's template needs; what was withdrawn says so, a draft is not there."""
    reading = texts.reading(key)
    if reading is None:
        kind = capfirst(texts.model._meta.verbose_name)
        raise missing(texts.withdrawn().filter(key=key), key, kind)
    return context_of(*reading)


def context_of(headline: Headline, body: str) -> dict[str, object]:
    """Return what the template of a text needs; the preview of a draft uses it as well."""
    return {
        "text": headline,
        "parts": rich_text.sections(body) if body else [],
        "elsewhere_url": text_url(headline.kind, headline.key, headline.published[0]),
        "newer_url": text_url(headline.kind, headline.key, languages.other(headline.language)),
        "meta": _meta(headline),
    }


def _meta(headline: Headline) -> PageMeta:
    paths = {code: text_url(headline.kind, headline.key, code) for code in headline.published}
    is_news = headline.kind == NEWS
    address = site_url(text_url(headline.kind, headline.key))
    data: tuple[JsonLd, ...] = (news_article(headline, address),) if is_news else ()
    return PageMeta(
        title=headline.title,
        description=headline.summary,
        paths=paths,
        is_article=headline.kind != PageKind.PAGE,
        published_at=headline.public_since,
        changed_at=headline.updated_at,
        json_ld=data,
    )
