"""The outcome document of a roundtable dialogue."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.reference.zones import zone
from roundtables.models.written import Written
from roundtables.querysets import MOMENT, OutcomeQuerySet


class Outcome(Written):
    """What the participants of a dialogue put down together; its address is that of the event.

    Sections, annexes and pictures are rows. Minutes are materials of the event and stand there
    once; the commitments made belong to the network.
    """

    event = models.OneToOneField(
        "events.Event",
        models.PROTECT,
        verbose_name=_("roundtable dialogue"),
        related_name="outcome_document",
        limit_choices_to={"kind": "dialogue"},
    )
    adopted_on = models.DateField(
        _("adopted on"), null=True, blank=True, help_text=_("Empty: on the day of the dialogue.")
    )

    commitments = models.ManyToManyField(
        "partnership.Commitment",
        related_name="outcomes",
        blank=True,
        verbose_name=_("commitments made there"),
        help_text=_("Proposed ones are shown once they are agreed."),
    )

    objects: ClassVar = OutcomeQuerySet.as_manager()

    class Meta(Written.Meta):
        abstract = False
        verbose_name = _("outcome document")
        verbose_name_plural = _("outcome documents")

    @property
    def day(self) -> date:
        """The day of adoption: that of the dialogue, by the clock of its place, where none was
        given; `newest_first` says the same in the database."""
        last_moment = self.event.ends_at - MOMENT
        return self.adopted_on or last_moment.astimezone(zone(self.event.timezone)).date()
