"""What the parts of a case are called, once for page, side-by-side view, print and PDF."""

from typing import Final, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

BACKGROUND: Final = pgettext_lazy("part of a case", "Background")
MEASURES: Final = pgettext_lazy("part of a case", "Measures")
RESULTS: Final = pgettext_lazy("part of a case", "Results")
LESSONS: Final = pgettext_lazy("part of a case", "Lessons")
FAILED: Final = "did_not_work"

LESSON_TEXTS: Final = (
    ("success_factors", _("What made it succeed")),
    ("difficulties", _("Difficulties")),
    (FAILED, _("What did not work")),
    ("replication_conditions", _("Conditions for replication")),
    ("replications_known", _("Known replications")),
)
BLOCK_NOTES: Final = (
    ("who", _("Who did it")),
    ("cost_share", _("Share of the cost")),
    ("enabling_factors", _("What helped")),
    ("lessons", LESSONS),
)


class Passage(NamedTuple):
    """A text under its name; `is_failure` says that it tells what did not work."""

    label: str | Promise
    text: str
    is_failure: bool = False


def passages(texts: object, names: tuple[tuple[str, Promise], ...]) -> list[Passage]:
    """Return those of the named texts that are there."""
    found = ((name, label, getattr(texts, name)) for name, label in names)
    return [Passage(label, text, name == FAILED) for name, label, text in found if text]
