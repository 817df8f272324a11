"""What is on: a list and a month at a glance. What a page says depends on the moment."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from partnership.core.page_cache import page_of_the_moment
from partnership.core.page_meta import PageMeta
from partnership.core.paging import page_of, shortened
from partnership.events.cards import cards_of
from partnership.events.filters import narrowed
from partnership.events.models import Event
from partnership.events.months import Month
from partnership.events.querysets import EventQuerySet


@page_of_the_moment
def event_list(request: HttpRequest) -> HttpResponse:
    """Show what is to come, or what was, narrowed and in pages."""
    asked = narrowed(request.GET, timezone.now())
    found = page_of(asked.events, request.GET.get("page", ""))
    meta = PageMeta.of_request(
        request,
        _("Events"),
        description=_("Roundtable dialogues, trainings and beach clean-ups of the partnership."),
        feed_path=reverse("events:feed"),
    )
    context = {
        "meta": meta,
        "page": found.page,
        "cards": cards_of(cast("EventQuerySet", found.page.object_list)),
        "form": asked.form,
        "active": asked.active,
        "is_past": asked.is_past,
        "left_out": [*asked.notices, *found.notices],
        "reset_url": reverse("events:list"),
    }
    return render(request, "events/event_list.html", context)


@page_of_the_moment
def month(request: HttpRequest) -> HttpResponse:
    """Show a month, day by day; the month stands in the address."""
    wanted = request.GET.get("month", "")
    found = Month.read(wanted)
    notices = []
    if wanted and found is None:
        sentence = _("“%(value)s” is no month. This is the present one.")
        notices.append(sentence % {"value": shortened(wanted)})
    shown = found or Month.present()
    events = cast("EventQuerySet", Event.objects.published().between(*shown.bounds))
    context = {
        "month": shown,
        "weeks": shown.weeks(cards_of(events)),
        "left_out": notices,
        "meta": PageMeta.of_request(request, _("Calendar of events")),
    }
    return render(request, "events/month.html", context)
