"""What the public page of an event shows: before it, while it goes on, and after."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.choices import label_of
from partnership.core.gone import missing
from partnership.core.page_meta import JsonLd, PageMeta, site_url
from partnership.core.rich_text import render
from partnership.events import phases, programmes, times
from partnership.events.addresses import event_url
from partnership.events.agenda import Agenda, agenda_of
from partnership.events.cards import badges_of
from partnership.events.choices import (
    SELF_REGISTRATION,
    TOOK_PLACE,
    Format,
    Mode,
    Phase,
    Status,
)
from partnership.events.models import Event
from partnership.events.whereabouts import where
from partnership.network.addresses import organisation_url
from partnership.reference.addresses import place_url


@dataclass(frozen=True)
class EventPage:
    """One event at one moment, for readers of one language."""

    event: Event
    now: datetime
    language: str
    own_zone: str = ""  # of the reader's account

    @classmethod
    def of_public(cls, slug: str, reader: User | AnonymousUser | None = None) -> "EventPage":
        """Return the page of a public event; 410 for one that was withdrawn, 404 for any other."""
        rows = Event.objects.published().select_related("place", "host")
        event = rows.filter(slug=slug).first()
        if event is None:
            raise missing(Event.objects.withdrawn().filter(slug=slug), slug, _("Event"))
        return cls.at_present(event, reader)

    @classmethod
    def at_present(cls, event: Event, reader: User | AnonymousUser | None = None) -> "EventPage":
        own_zone = getattr(reader, "time_zone", "")
        return cls(event, timezone.now(), languages.current(), own_zone)

    @property
    def title(self) -> str:
        return self._text("title")

    @property
    def summary(self) -> str:
        return self._text("summary")

    @cached_property
    def description(self) -> str:
        """The full text in the reader's language; empty when it is not public in it."""
        return render(self._text("description")) if self.is_here else ""

    @cached_property
    def practical_notes(self) -> str:
        return render(self._text("practical_notes")) if self.is_here else ""

    @cached_property
    def agenda(self) -> Agenda | None:
        """The programme, where the full text is public in the reader's language."""
        if not self.is_here:
            return None
        return agenda_of(self.event, self.now, self.language, is_over=self.is_over)

    @property
    def is_here(self) -> bool:
        """Whether the full text is public in the reader's language."""
        return self.event.published_at(self.language) is not None

    @property
    def elsewhere(self) -> str:
        """The address of the full text in the other language."""
        return event_url(self.event.slug, languages.other(self.language))

    @property
    def called_off(self) -> str:
        """Why it was postponed or cancelled; empty when it was not."""
        return self._text("public_reason") if self.event.was_called_off else ""

    @property
    def status_label(self) -> str:
        return label_of(Status, self.event.shown_status)

    @property
    def is_over(self) -> bool:
        return self.event.status in TOOK_PLACE or self.now >= self.event.ends_at

    @property
    def goes_on(self) -> bool:
        event = self.event
        return event.status == Status.PUBLISHED and event.starts_at <= self.now < event.ends_at

    @property
    def is_live(self) -> bool:
        """Whether the open page says, and keeps saying, which session is on."""
        return self.goes_on and bool(self.agenda and self.agenda.days)

    @property
    def stage(self) -> programmes.Stage:
        if self.is_over:
            return programmes.Stage.AFTER
        return programmes.Stage.DURING if self.goes_on else programmes.Stage.BEFORE

    @property
    def programme(self) -> programmes.Programme | None:
        """The programme the event belongs to, whose section page lists its like."""
        return programmes.of_kind(self.event.kind)

    @cached_property
    def part(self) -> programmes.Part | None:
        """What the programme adds, where the event is public in the reader's language."""
        return (
            self.programme.part(self.event, self.stage) if self.programme and self.is_here else None
        )

    @property
    def badges(self) -> list[dict[str, object]]:
        event = self.event
        return badges_of(event.kind, event.shown_status, event.format, is_demo=event.is_demo)

    @cached_property
    def seats(self) -> phases.Seats:
        return phases.seats_of(self.event)

    @cached_property
    def phase(self) -> Phase:
        return phases.phase(self.event, self.seats, self.now)

    @property
    def can_register(self) -> bool:
        may = self.event.mode in SELF_REGISTRATION
        return may and self.phase in (Phase.OPEN, Phase.WAITLIST_ONLY)

    @property
    def takes_registrations(self) -> bool:
        """Whether registration is worth a word: it was opened, or will be."""
        return self.event.registration_opens_at is not None and not self.is_over

    @property
    def registration_line(self) -> str:
        """One sentence on how registration stands."""
        event = self.event
        if event.mode == Mode.NOMINATION_ONLY:
            return _("Cities and partner organisations nominate who takes part.")
        if event.mode == Mode.INVITATION_ONLY:
            return _("The secretariat invites who takes part.")
        if self.phase == Phase.NOT_OPEN and event.registration_opens_at:
            opens = times.moment(event.registration_opens_at, event.timezone)
            return _("Registration opens on %(moment)s.") % {"moment": opens}
        return str(self.phase.label)

    @property
    def seats_line(self) -> str:
        """How many seats are left, or places in the line."""
        free = self.seats.free
        if free is None or not self.can_register:
            return ""
        if self.phase == Phase.OPEN:
            return ngettext("%(count)d seat is free.", "%(count)d seats are free.", free) % {
                "count": free
            }
        waiting = self.seats.waiting
        return ngettext(
            "All seats are taken; %(count)d person is on the waiting list.",
            "All seats are taken; %(count)d people are on the waiting list.",
            waiting,
        ) % {"count": waiting}

    @property
    def names_somebody(self) -> bool:
        """Whether somebody takes part who lets everyone read it."""
        return bool(self.event.registrations.named_to_everyone().exists())

    @property
    def facts(self) -> list[dict[str, Any]]:
        event = self.event
        when = times.span(
            event.starts_at, event.ends_at, event.timezone, is_all_day=event.is_all_day
        )
        found = [
            {"term": _("When"), "value": when},
            {"term": _("In your time"), "value": times.in_own_zone(event, self.own_zone)},
            {"term": pgettext("event", "Format"), "value": label_of(Format, event.format)},
            {"term": _("Where"), "value": self._where(), "url": place_url(event.place)},
            *self._host(),
            {"term": _("Themes"), "value": self._themes()},
            *(self.part.facts if self.part else ()),
            {"term": _("Registration until"), "value": self._closes()},
        ]
        return [fact for fact in found if fact["value"]]

    @property
    def meta(self) -> PageMeta:
        public = self.event.published_languages
        return PageMeta(
            title=self.title,
            paths={code: event_url(self.event.slug, code) for code in public},
            description=self.summary,
            language=self.language,
            json_ld=(self._json_ld(),),
        )

    def _text(self, name: str, instance: Any = None) -> str:
        return getattr(instance or self.event, languages.column(name, self.language)) or ""

    def _where(self) -> str:
        return where(self.event, self.language)

    def _host(self) -> list[dict[str, str]]:
        host = self.event.host
        if host is None:
            return []
        fact = {"term": _("Host"), "value": self._text("name", host) or str(host)}
        return [fact | ({"url": organisation_url(host.slug)} if host.is_listed else {})]

    def _themes(self) -> str:
        return pgettext("between items", ", ").join(
            self._text("name", theme) for theme in self.event.themes.all()
        )

    def _closes(self) -> str:
        event = self.event
        return times.moment(event.registration_ends_at, event.timezone) if self.can_register else ""

    def _json_ld(self) -> JsonLd:
        event = self.event
        states = {
            Status.CANCELLED: "https://schema.org/EventCancelled",
            Status.POSTPONED: "https://schema.org/EventPostponed",
        }
        data: JsonLd = {
            "@type": "Event",
            "name": self.title,
            "description": self.summary,
            "startDate": event.starts_at.isoformat(),
            "endDate": event.ends_at.isoformat(),
            "eventStatus": states.get(event.shown_status, "https://schema.org/EventScheduled"),
            "url": site_url(reverse("events:event", args=[event.slug])),
            "inLanguage": languages.tag(self.language),
        }
        if self._where():
            data["location"] = {"@type": "Place", "name": self._where()}
        return data
