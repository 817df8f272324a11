"""The programme of an event on its form: sessions, speakers, materials, each in a tab."""

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.translation import pgettext_lazy

from partnership.core.admin import TranslatedStackedRows
from partnership.core.admin.pairs import pair
from partnership.core.admin.rows import OrderedRows
from partnership.events.admin.files import FileRows
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


class MaterialRows(FileRows, SessionsOfTheEvent):
    model = Material
    collapsible = True
    fieldsets = (
        (
            None,
            {"fields": (pair("title"), ("kind", "session"), ("upload", "url"), "order")},
        ),
    )


ALL_ROWS = (SessionRows, SpeakerRows, MaterialRows)
