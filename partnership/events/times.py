"""When an event is, in words: in the time of the place, with its distance from UTC."""

from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partnership.events.models import Event
from partnership.events.zones import zone


def span(starts_at: datetime, ends_at: datetime, timezone: str, *, is_all_day: bool = False) -> str:
    """Return beginning and end; of one day, its date once."""
    start, end = (moment.astimezone(zone(timezone)) for moment in (starts_at, ends_at))
    if is_all_day:
        return _days(start, end - timedelta(microseconds=1))  # midnight begins no new day
    first = f"{_date(start)} {start:%H:%M}"
    last = f"{end:%H:%M}" if start.date() == end.date() else f"{_date(end)} {end:%H:%M}"
    return _("%(first)s–%(last)s (%(offset)s)") % {
        "first": first,
        "last": last,
        "offset": offset(start),
    }


def _days(first: datetime, last: datetime) -> str:
    if first.date() == last.date():
        return _date(first)
    return _("%(first)s – %(last)s") % {"first": _date(first), "last": _date(last)}


def moment(value: datetime, timezone: str) -> str:
    """Return one moment."""
    local = value.astimezone(zone(timezone))
    return _("%(moment)s (%(offset)s)") % {
        "moment": f"{_date(local)} {local:%H:%M}",
        "offset": offset(local),
    }


def in_own_zone(event: Event, own: str) -> str:
    """Return when the event is by the clock of somebody in the zone `own`; empty when there is
    nothing to add: no zone, the same time, or whole days, which are the place's."""
    if not own or event.is_all_day:
        return ""
    starts = event.starts_at
    if (
        starts.astimezone(zone(own)).utcoffset()
        == starts.astimezone(zone(event.timezone)).utcoffset()
    ):
        return ""
    return span(starts, event.ends_at, own)


def offset(local: datetime) -> str:
    """Return how far the time is from UTC, as UTC+06:30."""
    return f"UTC{local.isoformat()[-6:]}"


def _date(local: datetime) -> str:
    return date_format(local.replace(tzinfo=None), "DATE_FORMAT")
