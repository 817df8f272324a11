"""What a certificate says of its event, in both languages, as it is on the day of issue."""

from django.utils.translation import override

from partnership.core import languages
from partnership.events import times
from partnership.events.models import Event
from partnership.events.whereabouts import where

Printed = dict[str, dict[str, str]]


def of_event(event: Event) -> Printed:
    """Return title, time and place by language; a certificate keeps them."""
    return {language: _in(event, language) for language in languages.LANGUAGES}


def _in(event: Event, language: str) -> dict[str, str]:
    with override(language):
        when = times.span(event.starts_at, event.ends_at, event.timezone, is_all_day=True)
    return {
        "title": _text(event, "title", language),
        "when": when,
        "where": where(event, language),
    }


def _text(thing: object, name: str, language: str) -> str:
    return getattr(thing, languages.column(name, language), "") or ""
