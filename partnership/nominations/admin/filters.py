"""What the lists can be narrowed by."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.admin.theme import DropdownFilter
from partnership.events.admin.filters import ColumnFilter
from partnership.nominations.choices import NominationStatus


class NominationStatusFilter(ColumnFilter):
    title = pgettext_lazy("nomination", "status")
    parameter_name = "status"
    offered = NominationStatus.choices


class _WorkFilter(DropdownFilter):
    """What waits for somebody; the start page leads here."""

    title = _("waits")
    parameter_name = "work"
    offered: Any = ()

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(self.offered)


class NominationWorkFilter(_WorkFilter):
    offered = (("decide", _("for a decision")), ("endorse", _("for an endorsement")))

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        rows: Any = queryset
        if self.value() == "decide":
            return rows.to_decide()
        return rows.to_endorse() if self.value() == "endorse" else rows


class QuotaWorkFilter(_WorkFilter):
    offered = (
        ("due", _("with seats to name people for within three days")),
        ("unused", _("with unused seats after the deadline")),
    )

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        rows: Any = queryset
        if self.value() == "due":
            return rows.due(timezone.now())
        return rows.unused(timezone.now()) if self.value() == "unused" else rows
