"""What nominations add to the page of a registration: the way to travel and hotel."""

from django.utils import timezone

from partnership.events.choices import RegistrationStatus
from partnership.events.pieces import Context, Piece, Shown, register
from partnership.nominations.models import Travel


def _travel(shown: Shown) -> Context | None:
    row = shown.registration
    if row.status != RegistrationStatus.CONFIRMED or row.event.ends_at <= timezone.now():
        return None
    is_known = Travel.objects.filter(registration=row).exists()
    return {"address": f"{shown.address}travel/", "is_known": is_known}


register(Piece("nominations/travel_piece.html", _travel, rank=40))
