"""Where an event takes place, in words."""

from django.utils.translation import override, pgettext

from partnership.core import languages
from partnership.events.models import Event


def where(event: Event, language: str | None = None) -> str:
    """Return venue and place as the language writes them; empty when neither is known."""
    code = language or languages.current()
    venue = getattr(event, languages.column("venue", code)) or ""
    place = getattr(event.place, languages.column("name", code)) if event.place else ""
    if not (venue and place):
        return venue or place
    with override(code):
        return pgettext("where", "%(venue)s, %(place)s") % {"venue": venue, "place": place}
