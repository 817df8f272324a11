"""The way into pages and news."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from partnership.core.admin.versions import VersionedForm
from partnership.portal import actions
from partnership.portal.choices import PageKey, PageKind


class TextForm(VersionedForm):
    """One text in both languages; saving it needs the version it was opened with."""

    def lock(self, version: int) -> models.Model:
        return actions.lock_for_edit(self.instance, by=self.acting, version=version)

    def clean(self) -> dict[str, Any] | None:
        """A text that is not there is an empty text."""
        cleaned = super().clean() or {}
        return {name: "" if value is None else value for name, value in cleaned.items()}


class PageForm(TextForm):
    """A page the portal links to by name has one of the known keys; others stand in the lists."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if cleaned.get("kind") == PageKind.PAGE and cleaned.get("key") not in PageKey:
            message = _(
                "A page of this kind stands at an address of its own: choose %(keys)s, or another "
                "kind."
            )
            self.add_error("key", message % {"keys": ", ".join(PageKey.values)})
        return cleaned
