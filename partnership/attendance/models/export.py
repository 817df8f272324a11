"""A file about the people of an event, made in the background."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.attendance.choices import ExportState, Paper
from partnership.attendance.querysets import ExportQuerySet
from partnership.core.constraints import one_of


class Export(models.Model):
    """Asked for by a person, who alone fetches it; deleted a week later. `done` of `total` rows are
    written. What it may hold is judged when it is made, not when it was asked for."""

    event = models.ForeignKey(
        "events.Event", models.PROTECT, verbose_name=_("event"), related_name="exports"
    )
    paper = models.CharField(_("file"), max_length=20, choices=Paper.choices)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("asked for by"), related_name="+"
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    state = models.CharField(
        pgettext_lazy("export", "state"),
        max_length=8,
        choices=ExportState.choices,
        default=ExportState.WAITING,
    )
    done = models.PositiveIntegerField(_("rows written"), default=0)
    total = models.PositiveIntegerField(_("rows in all"), default=0)
    failure = models.TextField(_("why it could not be made"), blank=True)
    content = models.BinaryField(_("content"), null=True, editable=False)
    created_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    begun_at = models.DateTimeField(_("begun"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects: ClassVar = ExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("file about the people of an event")
        verbose_name_plural = _("files about the people of events")
        constraints = [
            one_of("paper", Paper, name="attendance_export_paper_known"),
            one_of("state", ExportState, name="attendance_export_state_known"),
            models.CheckConstraint(
                name="attendance_export_done_has_content",
                condition=~Q(state=ExportState.DONE) | Q(content__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                name="attendance_export_waiting",
                condition=Q(state__in=[ExportState.WAITING, ExportState.RUNNING]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_paper_display()}: {self.event}"

    @property
    def file_name(self) -> str:
        return f"{self.event.slug}-{self.paper}.{Paper(self.paper).ending}"

    @property
    def is_ready(self) -> bool:
        return self.state == ExportState.DONE

    @property
    def is_under_way(self) -> bool:
        return self.state in (ExportState.WAITING, ExportState.RUNNING)
