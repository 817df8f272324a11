"""The coastal provinces in focus and how many dialogues each has seen or will see."""

from collections import Counter
from dataclasses import dataclass

from partnership.core import languages
from partnership.events.querysets import EventQuerySet
from partnership.reference.models import Place


@dataclass(frozen=True, slots=True)
class Province:
    """`number` counts dialogues, those to come included."""

    code: str
    name: str
    number: int


def provinces(dialogues: EventQuerySet) -> list[Province]:
    """Return the provinces in focus in the reader's order."""
    codes = dialogues.order_by().values_list("place__province__code", flat=True)
    counts = Counter(codes)
    name = languages.column("name")
    focus = Place.objects.provinces().in_focus().ordered_for().values_list("code", name)
    return [Province(code, label, counts[code]) for code, label in focus]
