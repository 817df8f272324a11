"""A file that a worker makes in the background, while whoever asked for it may leave."""

from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.choices import FileState

UNDER_WAY = (FileState.WAITING, FileState.RUNNING)


class MadeFileQuerySet(models.QuerySet):
    """Files by how far they are, without their content."""

    def in_brief(self) -> Self:
        return self.defer("content")

    def under_way(self) -> Self:
        return self.in_brief().filter(state__in=UNDER_WAY)

    def to_make(self, abandoned: datetime) -> Self:
        """Waiting, or begun before `abandoned` by a worker that must have died."""
        left = Q(state=FileState.RUNNING, begun_at__lt=abandoned)
        return self.in_brief().filter(Q(state=FileState.WAITING) | left).order_by("pk")


class MadeFile(models.Model):
    """The row is the truth: `made_files` claims, makes and ends it. What `done` and `total` count is
    for the file to say; `failure` is in its language. An app adds a constraint on `state`, and a rule
    of retention that deletes the row some days after `created_at`."""

    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    state = models.CharField(
        pgettext_lazy("export", "state"),
        max_length=8,
        choices=FileState.choices,
        default=FileState.WAITING,
    )
    done = models.PositiveIntegerField(_("rows written"), default=0)
    total = models.PositiveIntegerField(_("rows in all"), default=0)
    failure = models.TextField(_("why it could not be made"), blank=True)
    content = models.BinaryField(_("content"), null=True, editable=False)
    created_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    begun_at = models.DateTimeField(_("begun"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)

    objects: ClassVar = MadeFileQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_ready(self) -> bool:
        return self.state == FileState.DONE

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY
