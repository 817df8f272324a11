"""What pages and mails of other rooms say about nominations."""

from typing import Any

from django import template
from django.utils import timezone

from partnership.core.context_processors import has_session
from partnership.events import times
from partnership.events.choices import Mode, Status
from partnership.events.models import Event
from partnership.nominations.models import NominationQuota
from partnership.nominations.querysets import RELATED

register = template.Library()


@register.simple_tag
def when_of(event: Event) -> str:
    """Return when an event is, in words."""
    return times.span(event.starts_at, event.ends_at, event.timezone, is_all_day=event.is_all_day)


@register.simple_tag
def deadline_of(quota: NominationQuota) -> str:
    """Return until when an organisation may nominate, by the clock of the event."""
    return times.moment(quota.deadline, quota.event.timezone)


@register.inclusion_tag("nominations/door.html", takes_context=True)
def nomination_door(context: dict[str, Any], event: Event) -> dict[str, object]:
    """Show a city's people their seats and deadline on an event's page, others the way in."""
    now = timezone.now()
    is_to_come = event.status == Status.PUBLISHED and now < event.starts_at
    quotas = _own(context["request"], event) if is_to_come else []
    is_by_nomination = is_to_come and event.mode == Mode.NOMINATION_ONLY
    return {
        "event": event,
        "quotas": [{"quota": quota, "is_over": quota.is_over(now)} for quota in quotas],
        "is_shown": bool(quotas) or is_by_nomination,
    }


def _own(request: Any, event: Event) -> list[Any]:
    """Return the seats of the reader's organisations; who is not signed in is not asked for."""
    if not has_session(request):
        return []
    rows = NominationQuota.objects.of(request.user).filter(hold__event=event)
    return list(rows.select_related(*RELATED).counted())
