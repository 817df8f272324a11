"""What the programmes' apps above add to the events of their kind.

Each declares itself in its `programme.py`, which is found on its own; events ask this register and
know none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise

from partnership.events.models import Event


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


def _no_share(_event: Event) -> int | None:
    return None


@dataclass(frozen=True, slots=True)
class Programme:
    """`home` is the name of the section page's address. `certificate_share` says from how many per
    cent of attendance somebody gets a certificate; None where that was not announced."""

    kind: str
    title: str | Promise
    home: str
    part: Callable[[Event, Stage], Part | None]
    certificate_share: Callable[[Event], int | None] = _no_share


_programmes: dict[str, Programme] = {}


def register(programme: Programme) -> None:
    """Enter a programme; entering a kind twice replaces the entry."""
    _programmes[programme.kind] = programme


def of_kind(kind: str) -> Programme | None:
    """Return the programme of a kind of event, if an app has declared one."""
    return _programmes.get(kind)


def certificate_share(event: Event) -> int | None:
    """Return the share of attendance in per cent that a certificate of this event asks for."""
    programme = of_kind(event.kind)
    return programme.certificate_share(event) if programme else None
