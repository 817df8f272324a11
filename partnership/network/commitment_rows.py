"""Commitments in lists: plain columns of one language, one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.network.commitment_choices import (
    LIGHT_TONES,
    STATE_TONES,
    CommitmentKind,
    CommitmentState,
    light_of,
)
from partnership.network.commitment_querysets import CommitmentQuerySet

COLUMNS = ("pk", "kind", "state", "due_on", "finding", "is_demo")


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """What a list shows of a commitment; `title` falls back on the language it was written in, of
    which `lang` tells."""

    number: int
    kind: str
    state: str
    due_on: date
    finding: str
    is_demo: bool
    title: str
    other_title: str
    organisation: str

    @property
    def url(self) -> str:
        return reverse("network:commitment", args=[self.number])

    @property
    def shown_title(self) -> str:
        return self.title or self.other_title

    @property
    def lang(self) -> str:
        """The language of the title where it is not the page's."""
        return "" if self.title else languages.tag(languages.other(languages.current()))

    @property
    def due(self) -> str:
        return _("due %(day)s") % {"day": date_format(self.due_on, "DATE_FORMAT")}

    @property
    def badges(self) -> list[dict[str, Any]]:
        return badges_of(self)


def rows_of(commitments: CommitmentQuerySet) -> list[CommitmentRow]:
    """Return the rows of commitments `with_light`, in their order."""
    here = languages.current()
    columns = {
        "shown": F(languages.column("title", here)),
        "other": F(languages.column("title", languages.other(here))),
        "owner": F(f"organisation__{languages.column('name', here)}"),
    }
    rows: Iterable[tuple[Any, ...]] = commitments.values_list(*COLUMNS, *columns.values())
    return [CommitmentRow(*row) for row in rows]


def badges_of(commitment: Any) -> list[dict[str, Any]]:
    """Return kind, state, light and the demo mark in words, as `partials/badges.html` shows them."""
    light = light_of(commitment.finding)
    badges: list[dict[str, Any]] = [
        {"text": CommitmentKind(commitment.kind).label, "tone": ""},
        {
            "text": CommitmentState(commitment.state).label,
            "tone": STATE_TONES.get(commitment.state, ""),
        },
    ]
    if commitment.state != CommitmentState.PROPOSED:
        badges.append({"text": light.label, "tone": LIGHT_TONES[light]})
    if commitment.is_demo:
        badges.append({"text": _("Demo data"), "tone": "demo"})
    return badges
