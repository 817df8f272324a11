"""Trainings that come with the portal as demo data."""

from pathlib import Path
from typing import Any, Final

from monitoring.models import Trainer, Training
from partnership.core.content_files import Report
from partnership.events import demo
from partnership.events.choices import Kind
from partnership.events.demo.texts import texts_of
from partnership.events.models import Event

FOLDER: Final = Path(__file__).parents[1] / "data" / "demo"


def load(*, check_only: bool = False) -> Report:
    """Create those that are not there yet."""
    return demo.load(FOLDER, Kind.TRAINING, _describe, check_only=check_only)


def _describe(event: Event, data: dict[str, Any]) -> None:
    texts = texts_of(data, "topics", "methods", "prerequisites")
    Training.objects.create(
        event=event,
        full_marks=data["full_marks"],
        certificate_share=data["certificate_share"],
        **texts,
    )
    Trainer.objects.bulk_create(
        Trainer(event=event, order=order, **texts_of(trainer, "name", "about"))
        for order, trainer in enumerate(data["trainers"])
    )
