"""What apps above show with a commitment: each enters its piece in `commitment_pieces.py`.

The file is found on its own, as Django's admin finds `admin.py`. This room knows none of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from partnership.network.models import Commitment

Context = dict[str, object]


@dataclass(frozen=True, slots=True)
class Piece:
    """`context` returns what `template` needs, or None where there is nothing to show."""

    template: str
    context: Callable[[Commitment], Context | None]
    rank: int = 50


_pieces: list[Piece] = []


def register(*pieces: Piece) -> None:
    """Enter pieces; entering one twice changes nothing."""
    _pieces.extend(piece for piece in pieces if piece not in _pieces)


def unregister(piece: Piece) -> None:
    _pieces.remove(piece)


def pieces_of(commitment: Commitment) -> list[SafeString]:
    """Return what apps above have to show with the commitment, in order of rank."""
    found = (
        (piece, piece.context(commitment)) for piece in sorted(_pieces, key=lambda each: each.rank)
    )
    return [
        render_to_string(piece.template, context) for piece, context in found if context is not None
    ]
