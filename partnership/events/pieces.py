"""What apps above show with a registration: each enters its piece in `registration_pieces.py`.

The file is found on its own, as Django's admin finds `admin.py`. This room knows none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from partnership.events.models import Registration


@dataclass(frozen=True, slots=True)
class Shown:
    """A registration as its page shows it; `address` is the page's own path, however it was
    opened, so that a piece can lead to pages below it."""

    registration: Registration
    address: str


Context = dict[str, object]


@dataclass(frozen=True, slots=True)
class Piece:
    """`context` returns what `template` needs, or None where there is nothing to show."""

    template: str
    context: Callable[[Shown], Context | None]
    rank: int = 50


_pieces: list[Piece] = []


def register(*pieces: Piece) -> None:
    """Enter pieces; entering one twice changes nothing."""
    _pieces.extend(piece for piece in pieces if piece not in _pieces)


def pieces_of(registration: Registration, address: str) -> list[SafeString]:
    """Return what apps above have to show with the registration, in order of rank."""
    shown = Shown(registration, address)
    found = ((piece, piece.context(shown)) for piece in sorted(_pieces, key=lambda each: each.rank))
    return [
        render_to_string(piece.template, context) for piece, context in found if context is not None
    ]
