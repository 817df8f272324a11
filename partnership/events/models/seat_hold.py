"""Seats kept free for an organisation."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.models import TimeStamped
from partnership.events.registration_querysets import SeatHoldQuerySet


class SeatHold(TimeStamped):
    """Seats that count as taken until the organisation fills them or they are given back.

    A registration that points here sits on one of them: when it is cancelled, the seat stays the
    organisation's. Only `actions.hold_seats` and `actions.release_seats` write the number.
    """

    event = models.ForeignKey(
        "events.Event", models.PROTECT, verbose_name=_("event"), related_name="holds"
    )
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="seat_holds",
    )
    seats = models.PositiveSmallIntegerField(_("seats"))

    objects: ClassVar = SeatHoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("seats kept for an organisation")
        verbose_name_plural = _("seats kept for organisations")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "organisation"],
                name="events_hold_one_per_organisation",
                violation_error_message=_("Seats are kept for this organisation already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.seats}"
