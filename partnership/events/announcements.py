"""The time and place people were told last, so that a change of them is noticed."""

from datetime import UTC, datetime
from typing import Any, Final

from partnership.events.models import Event

TOLD: Final = (
    "starts_at",
    "ends_at",
    "is_all_day",
    "timezone",
    "format",
    "join_url",
    "place_id",
    "venue_zh_hans",
    "venue_en",
)
VENUES: Final = ("venue_zh_hans", "venue_en")


def told_now(event: Event) -> dict[str, Any]:
    """Return time and place as JSON keeps them; a moment is the same in every zone."""
    values = {name: getattr(event, name) for name in TOLD}
    return {
        name: value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
        for name, value in values.items()
    }


def has_moved(event: Event) -> bool:
    """Tell whether time or place are no longer those that people were told."""
    told, now = event.announced, told_now(event)
    return bool(told) and any(
        told.get(name) != value for name, value in now.items() if not _is_translation(name, told)
    )


def _is_translation(name: str, told: dict[str, Any]) -> bool:
    """Tell whether the venue was told in the other language alone: its name in this one is no move."""
    return name in VENUES and not told.get(name) and any(told.get(other) for other in VENUES)


def renew(event: Event) -> None:
    """Before a save: count the edition in calendars up when a public event has moved."""
    if not event.is_public:
        event.announced = {}
        return
    if has_moved(event):
        event.sequence += 1
    event.announced = told_now(event)
