"""Beach clean-ups that come with the portal as demo data, and their campaign."""

from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from outreach.models import Campaign, Cleanup
from partnership.core.content_files import Report
from partnership.events import demo
from partnership.events.choices import Kind
from partnership.events.demo.loading import moment_of
from partnership.events.demo.texts import texts_of
from partnership.events.models import Event

FOLDER: Final = Path(__file__).parent / "data" / "demo"


def load(*, check_only: bool = False) -> Report:
    """Create those that are not there yet."""
    return demo.load(FOLDER, Kind.CLEANUP, _describe, check_only=check_only)


def _describe(event: Event, data: dict[str, Any]) -> None:
    tide = moment_of({"at": data["low_tide_at"], "days": 0}, event.starts_at)
    texts = texts_of(data, "beach", "tide_note", "equipment", "safety_notes")
    Cleanup.objects.create(
        event=event,
        campaign=_campaign(event, data["campaign"]) if data.get("campaign") else None,
        theme=data["theme"],
        low_tide_at=tide,
        **texts,
    )


def _campaign(event: Event, data: dict[str, Any]) -> Campaign:
    """Return the campaign of the file; it lasts a month around its first clean-up."""
    day = event.starts_at.date()
    found, _is_new = Campaign.objects.get_or_create(
        slug=data["slug"],
        defaults={
            **texts_of(data, "name", "summary"),
            "theme": data["theme"],
            "starts_on": day - timedelta(days=15),
            "ends_on": day + timedelta(days=15),
        },
    )
    return found
