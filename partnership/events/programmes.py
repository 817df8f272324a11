"""What the programmes' apps above add to the events of their kind.

Each declares itself in its `programme.py`, which is found on its own; events ask this register and
know none of them.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from partnership.core import languages
from partnership.events.models import Event

TextsOf = Callable[[Collection[int]], Mapping[int, Mapping[str, list[str]]]]


class Stage(StrEnum):
    """How far an event is, for its readers."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Part:
    """What a programme adds to the public page: a template, which gets `content` as `part`, and
    facts for the short list beside it."""

    template: str
    content: object
    facts: list[dict[str, Any]] = field(default_factory=list)


def texts_of(model: type[Model], *fields: str) -> TextsOf:
    """Return a question for the texts of rows that name their event, by event and language."""
    columns = {
        code: [languages.column(name, code) for name in fields] for code in languages.LANGUAGES
    }

    def asked(keys: Collection[int]) -> Mapping[int, Mapping[str, list[str]]]:
        found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        rows: QuerySet[Model] = QuerySet(model).filter(event_id__in=keys).order_by("pk")
        for row in rows.values("event_id", *(name for names in columns.values() for name in names)):
            for code, names in columns.items():
                found[row["event_id"]][code] += [row[name] for name in names if row[name]]
        return found

    return asked


def _no_share(_event: Event) -> int | None:
    return None


def _nothing(_event: Event) -> None: ...


@dataclass(frozen=True, slots=True)
class Programme:
    """`home` is the name of the section page's address. `texts` are what the search finds an event
    by beyond its own: what its page shows from the announcement on. `certificate_share` says from
    how many per cent of attendance somebody gets a certificate; None where that was not announced.
    `follow` is called after an event was edited, announced or withdrawn, in the same transaction.
    """

    kind: str
    title: str | Promise
    home: str
    part: Callable[[Event, Stage], Part | None]
    certificate_share: Callable[[Event], int | None] = _no_share
    texts: tuple[TextsOf, ...] = ()
    follow: Callable[[Event], None] = _nothing


_programmes: dict[str, Programme] = {}


def register(programme: Programme) -> None:
    """Enter a programme; entering a kind twice replaces the entry."""
    _programmes[programme.kind] = programme


def of_kind(kind: str) -> Programme | None:
    """Return the programme of a kind of event, if an app has declared one."""
    return _programmes.get(kind)


def questions_for_texts() -> Iterable[TextsOf]:
    """Return what all programmes have to be found by."""
    return (texts for programme in _programmes.values() for texts in programme.texts)


def certificate_share(event: Event) -> int | None:
    """Return the share of attendance in per cent that a certificate of this event asks for."""
    programme = of_kind(event.kind)
    return programme.certificate_share(event) if programme else None


def follow(event: Event) -> None:
    """Let what shows an event follow it."""
    programme = of_kind(event.kind)
    if programme is not None:
        programme.follow(event)
