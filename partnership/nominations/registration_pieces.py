"""What nominations add to the page of a registration: the way to travel and hotel, and letters."""

from django.utils import timezone

from partnership.events.addresses import own_url
from partnership.events.choices import RegistrationStatus
from partnership.events.pieces import Context, Piece, Shown, register
from partnership.nominations.models import Travel


def _travel(shown: Shown) -> Context | None:
    row = shown.registration
    if row.status != RegistrationStatus.CONFIRMED or row.event.ends_at <= timezone.now():
        return None
    is_known = Travel.objects.filter(registration=row).exists()
    return {"address": f"{shown.address}travel/", "is_known": is_known}


def _letters(shown: Shown) -> Context | None:
    """Letters lie below the link of whoever has no account; an account has addresses of its own."""
    row = shown.registration
    letters = list(row.letters.readable().newest_first())
    if not letters:
        return None
    by_account = shown.address == own_url(row.uid)
    return {"letters": letters, "below": "" if by_account else f"{shown.address}letters/"}


register(
    Piece("nominations/travel_piece.html", _travel, rank=40),
    Piece("nominations/letters.html", _letters, rank=45),
)
