"""The texts a training adds to its event, whose translations are watched with it."""

from monitoring.models import Trainer, Training
from partnership.translations.declared import Part, add_rows

add_rows(
    "event",
    Part(Training, ("topics", "methods", "prerequisites"), "event_id"),
    Part(Trainer, ("name", "about"), "event_id", ("event", "order", "pk")),
)
