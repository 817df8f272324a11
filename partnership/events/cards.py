"""Light rows of the list of events: plain columns of one language, one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import F
from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.events import times
from partnership.events.addresses import event_url
from partnership.events.choices import CALLED_OFF, Format, Kind, Status, as_shown
from partnership.events.querysets import EventQuerySet
from partnership.events.zones import zone

COLUMNS: Final = (
    "slug",
    "kind",
    "status",
    "format",
    "starts_at",
    "ends_at",
    "timezone",
    "is_all_day",
    "is_demo",
    "public_reason_en",
)


@dataclass(frozen=True, slots=True)
class EventCard:
    """What a list shows of an event."""

    slug: str
    kind: str
    status: str
    format: str
    starts_at: datetime
    ends_at: datetime
    timezone: str
    is_all_day: bool
    is_demo: bool
    reason: str  # why it was called off, empty when it was not; asked for, not shown
    title: str
    summary: str
    place: str | None

    @property
    def url(self) -> str:
        return event_url(self.slug)

    @property
    def date(self) -> datetime:
        """The beginning, by the clock of the place."""
        return self.starts_at.astimezone(zone(self.timezone)).replace(tzinfo=None)

    @property
    def last_date(self) -> datetime:
        return self.ends_at.astimezone(zone(self.timezone)).replace(tzinfo=None)

    @property
    def date_text(self) -> str:
        return times.span(self.starts_at, self.ends_at, self.timezone, is_all_day=self.is_all_day)

    @property
    def badges(self) -> list[dict[str, object]]:
        return badges_of(
            self.kind, as_shown(self.status, self.reason), self.format, is_demo=self.is_demo
        )


def cards_of(events: EventQuerySet, language: str | None = None) -> list[EventCard]:
    """Return the cards of `events`, in their order."""
    texts = [F(languages.column(name, language)) for name in ("title", "summary")]
    place = F(f"place__{languages.column('name', language)}")
    rows: Iterable[tuple[Any, ...]] = events.values_list(*COLUMNS, *texts, place)
    return [EventCard(*row) for row in rows]


def badges_of(kind: str, status: str, form: str, *, is_demo: bool) -> list[dict[str, object]]:
    """Return kind, what is out of the ordinary, and the demo mark, for `partials/badges.html`."""
    badges: list[dict[str, object]] = [{"text": Kind(kind).label, "tone": "sea"}]
    if status in CALLED_OFF:
        badges.append({"text": Status(status).label, "tone": "bad"})
    if form != Format.ONSITE:
        badges.append({"text": Format(form).label, "tone": ""})
    if is_demo:
        badges.append({"text": _("Demo data"), "tone": "demo"})
    return badges
