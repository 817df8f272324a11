"""What an event still lacks before it can be announced in a language."""

from django.db.models import Model, QuerySet
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
    return [*lacking, *_missing_in_programme(event, language)]


def _missing_in_programme(event: Event, language: str) -> list[str]:
    """Readers of a language meet a whole programme or none: every title and name is there."""
    rows: list[tuple[QuerySet, str]] = [
        (event.sessions.all(), "title"),
        (event.speakers.all(), "name"),
        (event.materials.all(), "title"),
    ]
    return [
        str(IN_BOTH[language])
        % {"text": f"{row._meta.verbose_name} “{_other(row, name, language)}”"}
        for found, name in rows
        for row in found.filter(**{languages.column(name, language): ""})
    ]


def _other(row: Model, name: str, language: str) -> str:
    return getattr(row, languages.column(name, languages.other(language)))


def _text(event: Event, name: str, language: str) -> str:
    return getattr(event, languages.column(name, language)) or ""
