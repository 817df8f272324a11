"""The way to files about the people of an event, on pages of other rooms."""

from typing import Any

from django import template

from partnership.attendance import policies
from partnership.core.context_processors import has_session
from partnership.events.models import Event

register = template.Library()


@register.inclusion_tag("attendance/papers_door.html", takes_context=True)
def papers_door(context: dict[str, Any], event: Event) -> dict[str, Any]:
    """Lead to the lists whoever may have one: the secretariat, stewards, the people of an organisation
    with seats. Who is not signed in is not asked for."""
    request = context["request"]
    is_shown = has_session(request) and policies.may_take_some(request.user, event)
    return {"event": event, "is_shown": is_shown}
