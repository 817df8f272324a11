"""What cities reported, on the page of the event they were at."""

from typing import Any, cast

from django import template

from partnership.events.choices import TOOK_PLACE
from partnership.events.models import Event
from partnership.reports.models import EventReport
from partnership.reports.pages import cards_of
from partnership.reports.querysets import EventReportQuerySet

register = template.Library()


@register.inclusion_tag("reports/on_event.html")
def city_reports_of(event: Event) -> dict[str, Any]:
    """Show the published reports about an event that took place, and the way to one's own."""
    if event.status not in TOOK_PLACE or event.was_called_off:
        return {"event": None}
    rows = EventReport.objects.published().filter(event=event).latest_first()
    return {"event": event, "cards": cards_of(cast("EventReportQuerySet", rows))}
