"""Lists of news, and of notices and publications."""

from collections.abc import Iterable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.core.page_cache import public_page
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of
from partnership.portal.addresses import text_url
from partnership.portal.choices import NEWS, PageKind
from partnership.portal.filters import Narrowed, narrowed_news, narrowed_notices
from partnership.portal.headlines import Headline
from partnership.portal.querysets import TextQuerySet


@public_page
def news_list(request: HttpRequest) -> HttpResponse:
    narrowed = narrowed_news(request.GET)
    meta = PageMeta.of_request(
        request,
        _("News"),
        description=_("News of the China-ASEAN Marine Plastic Reduction Partnership."),
        feed_path=reverse("portal:news-feed"),
    )
    return render(request, "portal/news_list.html", _context(request, narrowed, meta))


@public_page
def notice_list(request: HttpRequest) -> HttpResponse:
    narrowed = narrowed_notices(request.GET)
    meta = PageMeta.of_request(
        request,
        _("Notices and publications"),
        description=_("What the secretariat makes known, and what it publishes."),
    )
    return render(request, "portal/notice_list.html", _context(request, narrowed, meta))


def rows_of(headlines: Iterable[Headline]) -> list[dict[str, object]]:
    """Return what `partials/news_rows.html` shows."""
    return [
        {
            "date": headline.date,
            "title": headline.title,
            "summary": headline.summary,
            "url": text_url(headline.kind, headline.key),
            "badges": _badges(headline),
        }
        for headline in headlines
    ]


def _context(request: HttpRequest, narrowed: Narrowed, meta: PageMeta) -> dict[str, object]:
    found = page_of(narrowed.texts, request.GET.get("page", ""))
    return {
        "meta": meta,
        "page": found.page,
        "rows": rows_of(cast("TextQuerySet", found.page.object_list).headlines()),
        "form": narrowed.form,
        "active": narrowed.active,
        "left_out": [*narrowed.notices, *found.notices],
    }


def _badges(headline: Headline) -> list[dict[str, object]]:
    badges: list[dict[str, object]] = []
    if headline.kind != NEWS:
        badges.append({"text": PageKind(headline.kind).label, "tone": ""})
    if headline.is_elsewhere:
        badges.append({"text": _only_in(headline), "tone": "sea"})
    if headline.is_demo:
        badges.append({"text": _("Demo data"), "tone": "demo"})
    return badges


def _only_in(headline: Headline) -> str:
    return _("In English only") if headline.language == languages.CHINESE else _("In Chinese only")
