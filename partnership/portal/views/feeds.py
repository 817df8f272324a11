"""The news as an Atom feed, one per language."""

from datetime import UTC, datetime, time
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.core.page_cache import public_page
from partnership.core.page_meta import site_url
from partnership.portal.addresses import text_url
from partnership.portal.choices import NEWS
from partnership.portal.models import News

LENGTH: Final = 30


@public_page
def news_feed(request: HttpRequest) -> HttpResponse:
    """The latest news whose full text is public in the language of the address."""
    language = languages.current()
    feed = Atom1Feed(
        title=_("News – China-ASEAN Marine Plastic Reduction Partnership"),
        link=site_url(reverse("portal:news")),
        description="",
        language=languages.tag(language),
        feed_url=site_url(reverse("portal:news-feed")),
        author_name=_("China-ASEAN Marine Plastic Reduction Partnership"),
    )
    for item in News.objects.published_in(language).newest_first()[:LENGTH].headlines():
        address = site_url(text_url(NEWS, item.key))
        feed.add_item(
            title=item.title,
            link=address,
            description=item.summary,
            unique_id=address,
            pubdate=datetime.combine(item.date, time(), UTC),
            updateddate=item.updated_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
