"""Rows that hold a file or a link, on the form of an event or of what came of one."""

from typing import Any

from django.contrib.admin.utils import flatten_fieldsets
from django.db import models
from django.http import HttpRequest

from partnership.core.admin import TranslatedStackedRows
from partnership.core.admin.rows import OrderedRows
from partnership.events.forms.material import MaterialForm


class FileRows(TranslatedStackedRows):
    """Files enter here; a file is replaced by choosing another."""

    form = MaterialForm
    formset = OrderedRows
    ordering_field = "order"
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """The file is chosen by a field of the form's own."""
        named = flatten_fieldsets(self.get_fieldsets(request, obj))
        kwargs["fields"] = [name for name in named if name != "upload"]
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.form.acting = request.user
        return formset

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).select_related("file")
