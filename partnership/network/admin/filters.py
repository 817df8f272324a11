"""What the network's lists can be narrowed by."""

from typing import Any

from django.db import models
from django.http import HttpRequest

from partnership.core.admin.theme import DropdownFilter


class ChoiceFilter(DropdownFilter):
    """Narrows a list by one value of a column; subclasses name the column and its choices."""

    offered: Any = ()

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(self.offered)

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        value = self.value()
        return queryset.filter(**{self.parameter_name: value}) if value else queryset
