"""What attendance adds to the page of a registration: the code that is shown at the
door, the certificate, the questions afterwards."""

from django.utils import timezone
from django.utils.translation import gettext as _

from partnership.attendance.addresses import entry_address
from partnership.attendance.evaluation import standing
from partnership.attendance.messages import Until
from partnership.core import qr
from partnership.events.choices import RegistrationStatus, Status
from partnership.events.pieces import Context, Piece, Shown, register


def _entry(shown: Shown) -> Context | None:
    row = shown.registration
    is_expected = row.status == RegistrationStatus.CONFIRMED
    if not is_expected or row.event.status != Status.PUBLISHED:
        return None
    if row.event.ends_at <= timezone.now():
        return None
    return {"code": qr.svg(entry_address(row.uid), _("Code for the entrance")), "registration": row}


def _evaluation(shown: Shown) -> Context | None:
    row = shown.registration
    plan = standing.plan_of(row)
    if standing.refusal(row, plan, timezone.now()) is not None:
        return None
    return {"address": f"{shown.address}evaluation/", "until": Until(plan)}


def _certificate(shown: Shown) -> Context | None:
    row = shown.registration.certificates.order_by("-pk").first()
    if row is None:
        return None
    return {"certificate": row, "address": f"{shown.address}certificate/"}


register(
    Piece("attendance/entry_piece.html", _entry, rank=10),
    Piece("attendance/certificate_piece.html", _certificate, rank=20),
    Piece("attendance/evaluation_piece.html", _evaluation, rank=30),
)
