"""Roundtable dialogues that come with the portal as demo data."""

from pathlib import Path
from typing import Any, Final

from partnership.core.content_files import Report
from partnership.events import demo
from partnership.events.choices import Kind
from partnership.events.demo.texts import texts_of
from partnership.events.models import Event
from roundtables.models import Roundtable

FOLDER: Final = Path(__file__).parents[1] / "data" / "demo"


def load(*, check_only: bool = False) -> Report:
    """Create those that are not there yet."""
    return demo.load(FOLDER, Kind.DIALOGUE, _describe, check_only=check_only)


def _describe(event: Event, data: dict[str, Any]) -> None:
    texts = texts_of(data, "questions", "zero_waste", "outcome")
    Roundtable.objects.create(event=event, zero_waste_url=data.get("zero_waste_url", ""), **texts)
