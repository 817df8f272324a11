"""How pages, notices and news are found by the portal's search."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import unescape
from typing import Final, cast

from django.db.models import Q
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from partnership.core import rich_text
from partnership.core.languages import LANGUAGES, column
from partnership.portal.addresses import text_url
from partnership.portal.choices import LISTED_KINDS, NEWS, PageKey
from partnership.portal.models import News, Page, PublishedText
from partnership.portal.querysets import PageQuerySet
from partnership.search.sources import Found, Source, Texts, register

BLOCKS: Final = re.compile(r"</(?:p|li|h[2-4]|td|th|blockquote)>")


class PageSource(Source):
    """Titles and summaries are public in both languages, the text where it was published."""

    kind = "page"
    label = _("Page or notice")
    plural = _("Pages and notices")
    model = Page

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        for page in _reachable().filter(pk__in=keys):
            yield _found(page, page.kind)

    def public_keys(self) -> Iterable[int]:
        return _reachable().values_list("pk", flat=True)


def _reachable() -> PageQuerySet:
    """Public pages that have an address: notices and publications, and pages linked to by name."""
    return Page.objects.published().filter(Q(kind__in=LISTED_KINDS) | Q(key__in=PageKey.values))


class NewsSource(Source):
    """As pages."""

    kind = "news"
    label = _("Piece of news")
    plural = _("News")
    model = News

    def found(self, keys: Iterable[int]) -> Iterator[Found]:
        for news in News.objects.published().filter(pk__in=keys):
            yield _found(news, NEWS)

    def public_keys(self) -> Iterable[int]:
        return News.objects.published().values_list("pk", flat=True)


def _found(text: PublishedText, kind: str) -> Found:
    return Found(
        object_id=cast("int", text.pk),
        texts={language: _texts(text, language) for language in LANGUAGES},
        addresses={language: text_url(kind, text.key, language) for language in LANGUAGES},
        languages=tuple(text.published_languages),
        public_since=cast("datetime", text.public_since),
        year=text.date.year,
        is_demo=text.is_demo,
    )


def _texts(text: PublishedText, language: str) -> Texts:
    title, summary = (getattr(text, column(name, language)) or "" for name in ("title", "summary"))
    if language not in text.published_languages:
        return Texts(title, summary)
    return Texts(title, summary, plain(getattr(text, column("body", language)) or ""))


def plain(source: str) -> str:
    """Return rich text as readers see it, without its marks."""
    lines = BLOCKS.sub("\n", rich_text.render(source))
    return unescape(strip_tags(lines)).strip()


register(PageSource())
register(NewsSource())
