"""Entries for calendars (RFC 5545). An entry keeps its UID for ever; SEQUENCE says which edition it
is, and of one edition the entry made last (DTSTAMP) stands, so that calendars replace what they
have."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import override
from icalendar import Calendar, vCalAddress
from icalendar import Event as Entry

from partnership.core import languages
from partnership.core.page_meta import site_url
from partnership.events.addresses import event_url
from partnership.events.choices import RegistrationStatus, Status
from partnership.events.marks import marked
from partnership.events.models import Event, Registration
from partnership.events.whereabouts import where
from partnership.events.zones import zone

PRODUCT: Final = "-//China-ASEAN Marine Plastic Reduction Partnership//Events//EN"
STATES: Final = {Status.POSTPONED: "TENTATIVE", Status.CANCELLED: "CANCELLED"}


def feed(events: Iterable[Event], title: str) -> bytes:
    """Return a calendar to subscribe to; its title is what the reader's program calls it."""
    calendar = _calendar("PUBLISH")
    calendar.add("X-WR-CALNAME", title)
    for event in events:
        calendar.add_component(_entry(event, languages.current()))
    return bytes(calendar.to_ical())


def for_participant(registration: Registration) -> str:
    """Return what puts the event into the calendar of who takes part, or takes it out again."""
    event, language = registration.event, registration.language
    comes = registration.status == RegistrationStatus.CONFIRMED
    calendar = _calendar("REQUEST" if comes else "CANCEL")
    entry = _entry(event, language, is_inside=comes)
    if not comes:
        entry["STATUS"] = "CANCELLED"
    attendee = vCalAddress(f"MAILTO:{registration.email}")
    attendee.params["PARTSTAT"] = "ACCEPTED" if comes else "DECLINED"
    entry.add("ATTENDEE", attendee, encode=False)
    calendar.add_component(entry)
    return str(calendar.to_ical().decode())


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", method)
    return calendar


def _entry(event: Event, language: str, *, is_inside: bool = False) -> Entry:
    """`is_inside`: the reader has a seat and may know how to join online."""
    entry = Entry()
    address = site_url(event_url(event.slug, language))
    entry.add("UID", f"{event.uid}@{urlsplit(settings.SITE_URL).hostname}")
    entry.add("SEQUENCE", event.sequence)
    entry.add("DTSTAMP", timezone.now().astimezone(UTC))
    entry.add("LAST-MODIFIED", event.updated_at.astimezone(UTC))
    _add_times(entry, event)
    with override(language):
        entry.add("SUMMARY", marked(event, _text(event, "title", language)))
    lines = [_text(event, "summary", language), address]
    entry.add("DESCRIPTION", "\n\n".join([*lines, event.join_url] if is_inside else lines).strip())
    entry.add("URL", address)
    entry.add("STATUS", STATES.get(event.shown_status, "CONFIRMED"))
    if location := where(event, language):
        entry.add("LOCATION", location)
    if event.latitude is not None and event.longitude is not None:
        entry.add("GEO", (float(event.latitude), float(event.longitude)))
    entry.add("ORGANIZER", vCalAddress(f"MAILTO:{settings.CONTACT_EMAIL}"), encode=False)
    return entry


def _add_times(entry: Entry, event: Event) -> None:
    """In UTC, which no program shifts; whole days by the calendar of the place."""
    if not event.is_all_day:
        entry.add("DTSTART", event.starts_at.astimezone(UTC))
        entry.add("DTEND", event.ends_at.astimezone(UTC))
        return
    last = _day(event, event.ends_at - timedelta(microseconds=1))
    entry.add("DTSTART", _day(event, event.starts_at).date())
    entry.add("DTEND", (last + timedelta(days=1)).date())


def _day(event: Event, moment: datetime) -> datetime:
    return moment.astimezone(zone(event.timezone))


def _text(event: Event, name: str, language: str) -> str:
    """Return a text in one language; empty when there is none."""
    return getattr(event, languages.column(name, language)) or ""
