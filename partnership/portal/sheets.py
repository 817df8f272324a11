"""News as a table: one row a piece of news, both languages side by side."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.sheets.columns import Column, column_of, columns_of, shown
from partnership.core.sheets.resource import SheetResource
from partnership.portal import actions
from partnership.portal.models import News


class NewsSheet(SheetResource):
    """The table of news; a short name that is not there yet begins a new draft."""

    key = "key"

    def make_columns(self) -> list[Column]:
        return [
            column_of(News, "key"),
            shown(News, "version", _("as exported; empty for a new one")),
            *columns_of(News, "source_language", "date", "title", "summary", "body"),
        ]

    def find(self, key: str) -> models.Model | None:
        return News.objects.filter(key=key).first()

    def make(self, key: str) -> models.Model:
        return News()

    def store(self, instance: Any, *, by: Any, note: str, version: int | None) -> None:
        actions.import_text(instance, by=by, note=note, version=version)
