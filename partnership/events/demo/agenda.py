"""The programme of a demo event: its sessions, who speaks, what there is to read."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from typing import Any, Final

from django.core.files.base import ContentFile

from partnership.accounts.loader import LOADER
from partnership.core import languages
from partnership.core.publishing.word import Paragraph, document
from partnership.documents import actions as documents
from partnership.documents.checks.kinds import Kind
from partnership.events.demo.texts import SUFFIXES, texts_of
from partnership.events.models import Event, Material, Session, Speaker
from partnership.events.zones import zone

MARK: Final = {languages.CHINESE: "演示数据", languages.ENGLISH: "Demo data"}


def write(event: Event, data: dict[str, Any]) -> None:
    """Write what the file has under `sessions`, `speakers` and `materials`; each may be missing."""
    voices: list[tuple[Session | None, dict[str, Any]]] = [
        (None, each) for each in data.get("speakers", ())
    ]
    for each in data.get("sessions", ()):
        session = _session(event, each)
        session.full_clean()
        session.save()
        voices += [(session, voice) for voice in each.get("speakers", ())]
    Speaker.objects.bulk_create(
        Speaker(event=event, session=session, order=order, **_voice(voice))
        for order, (session, voice) in enumerate(voices)
    )
    Material.objects.bulk_create(_materials(event, data.get("materials", ())))


def _session(event: Event, data: dict[str, Any]) -> Session:
    """Times are those of the place; `day` counts from the first day of the event."""
    place = zone(event.timezone)
    day = event.starts_at.astimezone(place).date() + timedelta(days=data.get("day", 0))

    def moment(text: str) -> datetime:
        hour, minute = map(int, text.split(":"))
        return datetime.combine(day, time(hour, minute), tzinfo=place)

    return Session(
        event=event,
        starts_at=moment(data["at"]),
        ends_at=moment(data["until"]),
        **texts_of(data, "title", "description", "room"),
    )


def _voice(data: dict[str, Any]) -> dict[str, str]:
    return texts_of(data, "name", "role", "organisation")


def _materials(event: Event, rows: Iterable[dict[str, Any]]) -> Iterator[Material]:
    for order, data in enumerate(rows):
        file = ContentFile(_paper(data), data["file"])
        yield Material(
            event=event,
            kind=data["kind"],
            order=order,
            file=documents.upload(file, by=LOADER, kinds={Kind.DOCX}, made_by_portal=True),
            **texts_of(data, "title"),
        )


def _paper(data: dict[str, Any]) -> bytes:
    """Return a Word file with both languages, marked at the head of each."""
    return document(
        paragraph
        for suffix, language in SUFFIXES.items()
        for paragraph in (
            Paragraph(MARK[language], language, "center", breaks=language != languages.CHINESE),
            Paragraph(data[f"title_{suffix}"], language, "center", 32, is_bold=True),
            *(Paragraph(text, language) for text in data[f"text_{suffix}"].strip().split("\n\n")),
        )
    )
