"""Calendars to subscribe to, and the news of events as an Atom feed."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partnership.core import languages
from partnership.core.gone import missing
from partnership.core.page_meta import site_url
from partnership.events import calendar, times
from partnership.events.addresses import event_url
from partnership.events.choices import Kind
from partnership.events.marks import marked
from partnership.events.models import Event

LENGTH: Final = 200
ICS: Final = "text/calendar; charset=utf-8"


@require_safe
def calendar_feed(request: HttpRequest) -> HttpResponse:
    """What is to come and what was lately, all of it or of one kind."""
    kind = request.GET.get("kind", "")
    events = Event.objects.published().select_related("place").order_by("-starts_at", "-pk")
    if kind:
        if kind not in Kind.values:
            raise Http404
        events = events.of_kind(kind)
    title = _("Events – China-ASEAN Marine Plastic Reduction Partnership")
    return HttpResponse(calendar.feed(events[:LENGTH], title), content_type=ICS)


@require_safe
def event_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """One event for one's own calendar."""
    event = Event.objects.published().select_related("place").filter(slug=slug).first()
    if event is None:
        raise missing(Event.objects.withdrawn().filter(slug=slug), slug, _("Event"))
    response = HttpResponse(calendar.feed([event], marked(event, str(event))), content_type=ICS)
    response.headers["Content-Disposition"] = f'attachment; filename="{event.slug}.ics"'
    return response


@require_safe
def event_feed(request: HttpRequest) -> HttpResponse:
    """Announced events whose full text is public in the language of the address, newest first."""
    language = languages.current()
    feed = Atom1Feed(
        title=_("Events – China-ASEAN Marine Plastic Reduction Partnership"),
        link=site_url(reverse("events:list")),
        description="",
        language=languages.tag(language),
        feed_url=site_url(reverse("events:feed")),
        author_name=_("China-ASEAN Marine Plastic Reduction Partnership"),
    )
    for event in Event.objects.published_in(language).latest_first()[:LENGTH]:
        address = site_url(event_url(event.slug))
        when = times.span(
            event.starts_at, event.ends_at, event.timezone, is_all_day=event.is_all_day
        )
        feed.add_item(
            title=marked(event, getattr(event, languages.column("title"))),
            link=address,
            description=f"{when} · {getattr(event, languages.column('summary'))}",
            unique_id=f"urn:uuid:{event.uid}",
            pubdate=event.public_since or timezone.now(),
            updateddate=event.updated_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
