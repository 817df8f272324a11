"""Travel and hotel for the secretariat: the list names who has answered, each look is written down."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from partnership.accounts.requests import signed_in
from partnership.core.admin import ReadOnlyAdmin
from partnership.events.choices import EDITORS
from partnership.nominations import actions
from partnership.nominations.models import Travel


@admin.register(Travel)
class TravelAdmin(ReadOnlyAdmin):
    """The secretariat alone."""

    view_roles = EDITORS
    icon = "flight"
    list_display = ("person", "event", "updated_at")
    list_select_related = ("registration__event",)
    search_fields = ("registration__name", "registration__organisation_name")
    ordering = ("-registration__event__starts_at", "id")
    sortable_by = ("updated_at",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("registration", "passport_name"),
                    ("arrives_at", "arrival_by"),
                    ("departs_at", "departure_by"),
                    ("hotel_from", "hotel_until"),
                    ("diet", "notes"),
                )
            },
        ),
    )

    @admin.display(description=_("person"))
    def person(self, obj: Travel) -> str:
        return str(obj.registration.name)

    @admin.display(description=_("Event"))
    def event(self, obj: Travel) -> str:
        return str(obj.registration.event)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the page to who looks; nothing is sent here."""
        if request.method not in ("GET", "HEAD"):
            raise PermissionDenied
        return super().change_view(request, object_id, form_url, extra_context)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj: models.Model | None = kwargs.get("obj")
        if isinstance(obj, Travel):
            actions.look_at_travel(obj, by=signed_in(request))
        return super().render_change_form(request, context, *args, **kwargs)
