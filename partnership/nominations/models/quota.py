"""Seats of an event that an organisation fills by nominating people."""

from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.core.models import TimeStamped
from partnership.events.models import Event
from partnership.network.models import Organisation
from partnership.nominations.querysets import NominationQuotaQuerySet


class NominationQuota(TimeStamped):
    """Stands beside the seats kept for the organisation (`hold`), which count as taken until
    somebody of the secretariat gives the unused ones back. `reserve_seats` more people may be
    named, in case somebody cannot come. `version` refuses the later of two who change it.
    """

    hold = models.OneToOneField(
        "events.SeatHold", models.PROTECT, verbose_name=_("seats kept for"), related_name="quota"
    )
    reserve_seats = models.PositiveSmallIntegerField(_("reserve places"), default=0)
    deadline = models.DateTimeField(_("deadline for nominations"))
    reminders = models.PositiveSmallIntegerField(
        _("reminders sent"), default=0, db_default=0, editable=False
    )
    version = models.PositiveIntegerField(_("version"), default=1, db_default=1, editable=False)
    released_at = models.DateTimeField(_("unused seats given back"), null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("given back by"),
        related_name="+",
        null=True,
        blank=True,
    )

    objects: ClassVar = NominationQuotaQuerySet.as_manager()

    class Meta:
        verbose_name = _("seats for nominations")
        verbose_name_plural = _("seats for nominations")
        constraints = [
            models.CheckConstraint(
                name="nominations_quota_released_by_whom",
                condition=Q(released_at__isnull=True, released_by__isnull=True)
                | Q(released_at__isnull=False, released_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["deadline"], name="nominations_quota_deadline")]

    def __str__(self) -> str:
        return f"{self.organisation} – {self.event}"

    @property
    def event(self) -> Event:
        found: Event = self.hold.event
        return found

    @property
    def organisation(self) -> Organisation:
        found: Organisation = self.hold.organisation
        return found

    @property
    def seats(self) -> int:
        number: int = self.hold.seats
        return number

    @property
    def places(self) -> int:
        """How many people may be named, reserve included."""
        return self.seats + self.reserve_seats

    def is_over(self, now: datetime) -> bool:
        """Tell whether the deadline has passed; its own moment is over."""
        return now >= self.deadline
