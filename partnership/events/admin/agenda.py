"""The programme of an event on its form: sessions, speakers, materials, each in a tab."""

from typing import Any

from django import forms
from django.contrib.admin.utils import flatten_fieldsets
from django.db import models
from django.http import HttpRequest
from django.utils.translation import pgettext_lazy

from partnership.core.admin import TranslatedStackedRows
from partnership.core.admin.pairs import pair
from partnership.core.admin.rows import OrderedRows
from partnership.events.forms.material import MaterialForm
from partnership.events.models import Material, Session, Speaker


class SessionsOfTheEvent(TranslatedStackedRows):
    """Offers the sessions of the event at hand, read once for all rows."""

    formset = OrderedRows
    ordering_field = "order"

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        if db_field.name != "session":
            return super().formfield_for_foreignkey(db_field, request, **kwargs)
        match = request.resolver_match
        of_event = Session.objects.filter(event=match.kwargs.get("object_id", 0) if match else 0)
        kwargs["queryset"] = of_event
        field: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        whole = pgettext_lazy("event", "the whole event")
        field.choices = [("", whole), *((session.pk, str(session)) for session in of_event)]
        return field


class SessionRows(TranslatedStackedRows):
    model = Session
    collapsible = True
    fieldsets = (
        (
            None,
            {"fields": (("starts_at", "ends_at"), *map(pair, ("title", "room", "description")))},
        ),
    )


class SpeakerRows(SessionsOfTheEvent):
    model = Speaker
    collapsible = True
    fieldsets = (
        (
            None,
            {"fields": (*map(pair, ("name", "role", "organisation")), ("session", "order"))},
        ),
    )


class MaterialRows(SessionsOfTheEvent):
    """Files enter here; a file is replaced by choosing another."""

    model = Material
    form = MaterialForm
    collapsible = True
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = (
        (
            None,
            {"fields": (pair("title"), ("kind", "session"), ("upload", "url"), "order")},
        ),
    )

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """The file is chosen by a field of the form's own."""
        named = flatten_fieldsets(self.get_fieldsets(request, obj))
        kwargs["fields"] = [name for name in named if name != "upload"]
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.form.acting = request.user
        return formset

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).select_related("file")


ALL_ROWS = (SessionRows, SpeakerRows, MaterialRows)
