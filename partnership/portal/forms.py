"""The way into pages and news."""

from typing import Any

from django.db import models

from partnership.core.admin.versions import VersionedForm
from partnership.portal import actions


class TextForm(VersionedForm):
    """One text in both languages; saving it needs the version it was opened with."""

    def lock(self, version: int) -> models.Model:
        return actions.lock_for_edit(self.instance, by=self.acting, version=version)

    def clean(self) -> dict[str, Any] | None:
        """A text that is not there is an empty text."""
        cleaned = super().clean() or {}
        return {name: "" if value is None else value for name, value in cleaned.items()}
