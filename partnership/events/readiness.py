"""What an event still lacks before it can be announced in a language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.events.choices import Format
from partnership.events.models import Event

SHORT_TEXTS = {"title": _("title"), "summary": _("summary")}
IN_BOTH = {languages.CHINESE: _("%(text)s in Chinese"), languages.ENGLISH: _("%(text)s in English")}


def missing(event: Event, language: str) -> list[str | Promise]:
    """Return the names of what is missing: short texts in both languages, the rest in this one."""
    lacking: list[str | Promise] = [
        str(phrase) % {"text": label}
        for code, phrase in IN_BOTH.items()
        for name, label in SHORT_TEXTS.items()
        if not _text(event, name, code)
    ]
    if not _text(event, "description", language):
        lacking.append(str(IN_BOTH[language]) % {"text": _("description")})
    if event.format != Format.ONLINE and event.place_id is None:
        lacking.append(_("place"))
    return lacking


def _text(event: Event, name: str, language: str) -> str:
    return getattr(event, languages.column(name, language)) or ""
