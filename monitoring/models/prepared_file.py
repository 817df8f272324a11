"""A file of open data that is too large to be made while its reader waits."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.core.choices import FileState
from partnership.core.constraints import one_of
from partnership.core.models import MadeFile, MadeFileQuerySet


class PreparedFile(MadeFile):
    """Made once for each choice and state of the data, for everybody who asks; whoever knows its key
    may fetch it. `done` counts the kilobytes written; how many there will be is not known before.

    `city` is a code, empty for all; `data_state` is the mark of the data behind it (results.states).
    Files say everything in both languages; `language` is that of who asked first.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    data_set = models.CharField(_("data set"), max_length=40)
    city = models.CharField(_("city"), max_length=40, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    data_state = models.CharField(_("state of the data"), max_length=64)

    objects: ClassVar = MadeFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("prepared file of open data")
        verbose_name_plural = _("prepared files of open data")
        constraints = [
            one_of("state", FileState, name="monitoring_preparedfile_state_known"),
            models.CheckConstraint(
                name="monitoring_preparedfile_done_has_content",
                condition=~Q(state=FileState.DONE) | Q(content__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["data_set", "city", "year", "data_state"],
                condition=~Q(state=FileState.FAILED),
                nulls_distinct=False,
                name="monitoring_preparedfile_once",
            ),
        ]

    def __str__(self) -> str:
        return "-".join(filter(None, [self.data_set, self.city, str(self.year or "")]))
