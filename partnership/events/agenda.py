"""The programme of an event in one language: by day, with what goes on now, who speaks, and what
there is to read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.urls import reverse

from partnership.core import languages
from partnership.core.choices import label_of
from partnership.core.rich_text import render
from partnership.events.choices import MaterialKind
from partnership.events.models import Event, Material, Session, Speaker
from partnership.events.zones import zone


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks, with what they are there for."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Paper:
    """Something to read or to look at; `is_file` tells what the portal hands out itself."""

    title: str
    kind: str
    url: str
    is_file: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One session, by the clock of the place."""

    title: str
    times: str
    starts_at: datetime
    description: str
    room: str
    is_now: bool
    voices: Sequence[Voice]
    papers: Sequence[Paper]


@dataclass(frozen=True, slots=True)
class Day:
    """The sessions that begin on one day."""

    date: date
    items: Sequence[Item]


@dataclass(frozen=True)
class Agenda:
    """Read with three queries, however long the programme is."""

    days: Sequence[Day]
    voices: Sequence[Voice]  # of the whole event
    papers: Sequence[Paper]  # of the whole event, minutes first

    @property
    def now(self) -> list[Item]:
        return [item for day in self.days for item in day.items if item.is_now]

    def __bool__(self) -> bool:
        return bool(self.days or self.voices or self.papers)


def agenda_of(event: Event, now: datetime, language: str, *, is_over: bool) -> Agenda:
    """Return the programme as readers of `language` see it at `now`."""
    speakers = list(event.speakers.all())
    materials = [row for row in event.materials.select_related("file") if shown(row, is_over)]
    reading = _Reading(event, now, language, speakers, materials)
    items = [reading.item(session) for session in event.sessions.all()]
    days = groupby(items, key=lambda item: item.starts_at.date())
    return Agenda(
        days=[Day(day, list(of_day)) for day, of_day in days],
        voices=list(reading.voices(None)),
        papers=sorted(reading.papers(None), key=lambda paper: paper.kind != _minutes()),
    )


def shown(material: Material, is_over: bool) -> bool:
    """Tell whether everyone may have it: a file once it is checked, minutes after the event."""
    if material.kind == MaterialKind.MINUTES and not is_over:
        return False
    return material.file is None or material.file.is_available


def _minutes() -> str:
    return label_of(MaterialKind, MaterialKind.MINUTES)


@dataclass(frozen=True)
class _Reading:
    event: Event
    now: datetime
    language: str
    speakers: list[Speaker]
    materials: list[Material]

    def item(self, session: Session) -> Item:
        place = zone(self.event.timezone)
        starts, ends = (moment.astimezone(place) for moment in (session.starts_at, session.ends_at))
        return Item(
            title=self._text(session, "title"),
            times=f"{starts:%H:%M}–{ends:%H:%M}",
            starts_at=starts.replace(tzinfo=None),
            description=render(self._text(session, "description")),
            room=self._text(session, "room"),
            is_now=session.starts_at <= self.now < session.ends_at,
            voices=list(self.voices(session.pk)),
            papers=list(self.papers(session.pk)),
        )

    def voices(self, session: int | None) -> Iterator[Voice]:
        for row in self.speakers:
            if row.session_id == session:
                about = filter(None, (self._text(row, name) for name in ("role", "organisation")))
                yield Voice(self._text(row, "name"), self._joined(about))

    def papers(self, session: int | None) -> Iterator[Paper]:
        for row in self.materials:
            if row.session_id == session:
                address = reverse("events:material", args=[self.event.slug, row.pk])
                yield Paper(
                    title=self._text(row, "title"),
                    kind=label_of(MaterialKind, row.kind),
                    url=row.url or address,
                    is_file=not row.url,
                )

    def _joined(self, texts: Iterable[str]) -> str:
        return ("，" if self.language == languages.CHINESE else ", ").join(texts)

    def _text(self, row: Session | Speaker | Material, name: str) -> str:
        return getattr(row, languages.column(name, self.language)) or ""
