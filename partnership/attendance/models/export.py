"""A file about the people of an event, made in the background."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.attendance.choices import Paper
from partnership.attendance.querysets import ExportQuerySet
from partnership.core.choices import FileState
from partnership.core.constraints import one_of
from partnership.core.models import MadeFile


class Export(MadeFile):
    """Asked for by a person, who alone fetches it; deleted a week later. `done` of `total` rows are
    written. What it may hold is judged when it is made, not when it was asked for. `unset_names`, one
    a line, are printed with a mark or in Latin letters."""

    event = models.ForeignKey(
        "events.Event", models.PROTECT, verbose_name=_("event"), related_name="exports"
    )
    paper = models.CharField(_("file"), max_length=20, choices=Paper.choices)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("asked for by"), related_name="+"
    )
    unset_names = models.TextField(
        _("names no font has"), blank=True, default="", db_default="", editable=False
    )

    objects: ClassVar = ExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("file about the people of an event")
        verbose_name_plural = _("files about the people of events")
        constraints = [
            one_of("paper", Paper, name="attendance_export_paper_known"),
            one_of("state", FileState, name="attendance_export_state_known"),
            models.CheckConstraint(
                name="attendance_export_done_has_content",
                condition=~Q(state=FileState.DONE) | Q(content__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                name="attendance_export_waiting",
                condition=Q(state__in=[FileState.WAITING, FileState.RUNNING]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_paper_display()}: {self.event}"

    @property
    def marked_names(self) -> list[str]:
        return self.unset_names.splitlines()

    @property
    def file_name(self) -> str:
        return f"{self.event.slug}-{self.paper}.{Paper(self.paper).ending}"
