"""The way into outcome documents and projects."""

from typing import Any, ClassVar

from django.db import models

from partnership.core.admin.versions import VersionedForm
from partnership.core.deeds import Deeds
from roundtables.actions import OUTCOMES, PROJECTS


class WrittenForm(VersionedForm):
    """One text in both languages; saving it needs the version it was opened with."""

    deeds: ClassVar[Deeds[Any]]

    def lock(self, version: int) -> models.Model:
        locked: models.Model = self.deeds.lock_for_edit(
            self.instance, by=self.acting, version=version
        )
        return locked


class OutcomeForm(WrittenForm):
    deeds = OUTCOMES


class ProjectForm(WrittenForm):
    deeds = PROJECTS
