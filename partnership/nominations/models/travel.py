"""What somebody who comes tells about travel, hotel and diet."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped
from partnership.nominations.choices import Diet
from partnership.nominations.travel_querysets import TravelQuerySet


class Travel(TimeStamped):
    """Of people with a confirmed seat only; deleted thirty days after the event, or once the seat is
    given up, the row included.

    The person and the secretariat see it, and each look of the secretariat is written down.
    """

    registration = models.OneToOneField(
        "events.Registration",
        models.CASCADE,
        verbose_name=_("registration"),
        related_name="travel",
    )
    passport_name = models.CharField(
        _("name in the passport"),
        max_length=120,
        blank=True,
        help_text=_("Exactly as printed there. For letters and the hotel."),
    )
    arrives_at = models.DateTimeField(_("arrival"), null=True, blank=True)
    arrival_by = models.CharField(_("flight or train of the arrival"), max_length=60, blank=True)
    departs_at = models.DateTimeField(_("departure"), null=True, blank=True)
    departure_by = models.CharField(
        _("flight or train of the departure"), max_length=60, blank=True
    )
    hotel_from = models.DateField(_("hotel from"), null=True, blank=True)
    hotel_until = models.DateField(_("hotel until"), null=True, blank=True)
    diet = models.CharField(_("diet"), max_length=12, choices=Diet.choices, default=Diet.ANY)
    notes = models.TextField(
        _("anything else"),
        max_length=1000,
        blank=True,
        help_text=_("Allergies, help you need, whom you come with."),
    )

    objects: ClassVar = TravelQuerySet.as_manager()

    class Meta:
        verbose_name = _("travel and hotel")
        verbose_name_plural = _("travel and hotel")
        constraints = [
            one_of("diet", Diet, name="nominations_travel_diet_known"),
            models.CheckConstraint(
                name="nominations_travel_leaves_after_arriving",
                condition=Q(arrives_at__isnull=True)
                | Q(departs_at__isnull=True)
                | Q(departs_at__gt=F("arrives_at")),
                violation_error_message=_("The departure comes after the arrival."),
            ),
            models.CheckConstraint(
                name="nominations_travel_nights_in_order",
                condition=Q(hotel_from__isnull=True, hotel_until__isnull=True)
                | Q(
                    hotel_from__isnull=False,
                    hotel_until__isnull=False,
                    hotel_until__gt=F("hotel_from"),
                ),
                violation_error_message=_(
                    "Give the first and the last day of the hotel, in order."
                ),
            ),
        ]

    def __str__(self) -> str:
        """Name nobody: the history keeps this text for years."""
        return _("travel and hotel, registration %(number)s") % {"number": self.registration_id}
