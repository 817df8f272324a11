"""What the lists of events and registrations can be narrowed by."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import pgettext_lazy

from partnership.core.admin.theme import DropdownFilter
from partnership.events.choices import Kind, RegistrationStatus, Source, Status


class ColumnFilter(DropdownFilter):
    """Narrows a list by one value of a column; subclasses name the column and its choices."""

    offered: Any = ()

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(self.offered)

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        value = self.value()
        return queryset.filter(**{self.parameter_name: value}) if value else queryset


class KindFilter(ColumnFilter):
    title = pgettext_lazy("event", "kind")
    parameter_name = "kind"
    offered = Kind.choices


class StatusFilter(ColumnFilter):
    title = pgettext_lazy("event", "status")
    parameter_name = "status"
    offered = Status.choices


class RegistrationStatusFilter(ColumnFilter):
    title = pgettext_lazy("registration", "status")
    parameter_name = "status"
    offered = RegistrationStatus.choices


class SourceFilter(ColumnFilter):
    title = pgettext_lazy("registration", "source")
    parameter_name = "source"
    offered = Source.choices
