"""A file with surveys that somebody has sent, and what became of it."""

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from monitoring.choices import UNDER_WAY, DayOrder, UploadState, UploadStep, WorkbookKind
from monitoring.querysets import UploadQuerySet
from partnership.core.constraints import one_of


class Upload(models.Model):
    """Read by a worker, shown to whoever sent it. A workbook of ours says itself of which `kind` it is.
    `findings`, `taken` and `failure` are in both languages; `beat_at` says when a worker was last at it,
    `attempts` how many have begun.
    `submit_asked_at` says since when what is submitted is told of together.
    `has_commas` and `day_order` answer `questions`, which hold an example of what is unclear.

    The file stays as long as it can still be marked up or taken in, and a month at most.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("sent by"), related_name="+"
    )
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        related_name="+",
        verbose_name=_("organisation"),
    )
    kind = models.CharField(
        _("surveys in it"),
        max_length=16,
        choices=WorkbookKind.choices,
        default=WorkbookKind.BEACH,
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    file_name = models.CharField(_("name of the file"), max_length=200)
    sha256 = models.CharField(_("check sum"), max_length=64)
    content = models.BinaryField(_("content"), null=True, editable=False)
    replaces = models.BooleanField(_("replaces drafts that differ"), default=False)
    questions = models.JSONField(_("questions about the file"), default=dict, blank=True)
    has_commas = models.BooleanField(_("has decimal commas"), null=True, blank=True)
    day_order = models.CharField(
        _("what stands first in its days"), max_length=7, choices=DayOrder.choices, blank=True
    )
    asks_columns = models.BooleanField(_("asks anew which column is which"), default=False)
    submits = models.BooleanField(_("its drafts are to be submitted"), default=False)
    submit_asked_at = models.DateTimeField(_("submitting was asked for"), null=True, blank=True)
    state = models.CharField(
        pgettext_lazy("upload", "state"),
        max_length=9,
        choices=UploadState.choices,
        default=UploadState.WAITING,
    )
    step = models.CharField(
        pgettext_lazy("upload", "step"), max_length=10, choices=UploadStep.choices, blank=True
    )
    rows = models.PositiveIntegerField(_("rows in the file"), default=0)
    rows_checked = models.PositiveIntegerField(_("rows checked"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    beat_at = models.DateTimeField(_("last sign of life"), null=True, blank=True)
    finding_count = models.PositiveIntegerField(_("things to correct"), default=0)
    findings = models.JSONField(_("findings"), default=list, blank=True)
    taken = models.JSONField(_("what became of the surveys"), default=list, blank=True)
    failure = models.JSONField(_("why it could not be taken in"), default=dict, blank=True)
    created_at = models.DateTimeField(_("sent"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects: ClassVar = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("uploaded workbook")
        verbose_name_plural = _("uploaded workbooks")
        constraints = [
            one_of("kind", WorkbookKind, name="monitoring_upload_kind_known"),
            one_of("state", UploadState, name="monitoring_upload_state_known"),
            one_of("step", UploadStep, name="monitoring_upload_step_known", blank=True),
            one_of("day_order", DayOrder, name="monitoring_upload_day_order_known", blank=True),
            models.CheckConstraint(
                name="monitoring_upload_waits_with_its_file",
                condition=~Q(state__in=UNDER_WAY) | Q(content__isnull=False) | Q(submits=True),
            ),
            models.CheckConstraint(
                name="monitoring_upload_checks_what_is_there",
                condition=Q(rows_checked__lte=F("rows")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"],
                name="monitoring_upload_waiting",
                condition=Q(state__in=UNDER_WAY),
            ),
            models.Index(fields=["sent_by", "-id"], name="monitoring_upload_of_person"),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY

    @property
    def tone(self) -> str:
        """How its state is coloured."""
        return UploadState(self.state).tone
