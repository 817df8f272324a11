"""The audit trail, for those who watch over it: read and export, nothing else."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from partnership.accounts.choices import STAFF_ROLES, Role
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.admin import ReadOnlyAdmin
from partnership.core.admin.filters import DayRangeFilter
from partnership.core.admin.frame import object_url
from partnership.core.admin.theme import ChoicesDropdownFilter, DropdownFilter
from partnership.core.admin.trail import actor
from partnership.core.choices import Verb
from partnership.core.history import Entry, entry_of, field_label
from partnership.core.models import AuditEvent
from partnership.core.spreadsheets import csv_lines

EXPORT_LIMIT = 100_000  # rows; more is exported month by month


class StaffFilter(DropdownFilter):
    """Who acted; the deeds of others are found by searching for their name."""

    title = _("person")
    parameter_name = "actor"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        staff = User.objects.filter(roles__overlap=sorted(STAFF_ROLES)).order_by("name", "pk")
        return [(str(person.pk), str(person)) for person in staff]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.filter(actor_id=self.value()) if self.value() else queryset


class KindFilter(DropdownFilter):
    """What kind of object it happened to."""

    title = _("kind of object")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        kept = (model for model in apps.get_models() if admin.site.is_registered(model))
        return sorted((model._meta.label_lower, str(model._meta.verbose_name)) for model in kept)

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.filter(target_type=self.value()) if self.value() else queryset


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    """One line an event, with what changed to be unfolded."""

    view_roles = frozenset({Role.AUDIT_ADMINISTRATOR})
    icon = "history"
    list_display = ("shown_moment", "shown_actor", "verb", "shown_target", "shown_changes")
    list_display_links = None
    list_filter = (
        ("occurred_at", DayRangeFilter),
        StaffFilter,
        ("verb", ChoicesDropdownFilter),
        KindFilter,
    )
    list_before_template = "admin/accounts/audit_export.html"
    search_fields = ("actor_label", "target_label", "target_id", "request_id")
    sortable_by = ("shown_moment",)
    ordering = ("-occurred_at", "-id")
    actions = None

    @admin.display(description=_("time"), ordering="occurred_at")
    def shown_moment(self, obj: AuditEvent) -> SafeString:
        moment = f"{timezone.localtime(obj.occurred_at):%Y-%m-%d %H:%M:%S}"
        return format_html('<span class="desk-number">{}</span>', moment)

    @admin.display(description=_("person"))
    def shown_actor(self, obj: AuditEvent) -> str:
        return obj.actor_name

    @admin.display(description=_("object"))
    def shown_target(self, obj: AuditEvent) -> SafeString | str:
        url = object_url(obj, "history")
        return (
            format_html('<a href="{}">{}</a>', url, obj.target_label) if url else obj.target_label
        )

    @admin.display(description=_("what changed"))
    def shown_changes(self, obj: AuditEvent) -> SafeString:
        """The fields with their values before and after, folded, and the note."""
        lines = format_html_join(
            "",
            "<li>{}: {} → {}</li>",
            ((change.label, change.before, change.after) for change in entry_of(obj).changes),
        )
        count = len(obj.changes)
        folded = format_html(
            '<details class="desk-fold"><summary>{}</summary><ul>{}</ul></details>',
            gettext("%(count)s fields") % {"count": count},
            lines,
        )
        return format_html("{}{}", obj.note, folded if count else "")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.export_view))
        return [path("export/", view, name="core_auditevent_export"), *super().get_urls()]

    def export_view(self, request: HttpRequest) -> HttpResponseBase:
        """Send what the list shows under its filters, all pages of it, as CSV."""
        if not self.has_view_permission(request):
            return HttpResponse(status=403)
        events = self.get_changelist_instance(request).get_queryset(request)[:EXPORT_LIMIT]
        audit.record(Verb.EXPORTED, by=actor(request), note=_what(request))
        response = StreamingHttpResponse(csv_lines(rows_of(events)), content_type="text/csv")
        name = f"audit-trail-{timezone.localdate():%Y-%m-%d}.csv"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


def rows_of(events: models.QuerySet) -> Iterator[list[str]]:
    """Yield a header and one row per event; times in Beijing."""
    names = ("occurred_at", "actor_label", "verb", "target_type", "target_label", "changes", "note")
    yield [field_label(AuditEvent, name) for name in names]
    for event in events.iterator(chunk_size=1000):
        yield [
            f"{timezone.localtime(event.occurred_at):%Y-%m-%d %H:%M:%S}",
            event.actor_name,
            event.get_verb_display(),
            event.target_type,
            event.target_label,
            _as_line(entry_of(event)),
            event.note,
        ]


def _as_line(entry: Entry) -> str:
    return "; ".join(
        f"{change.label}: {change.before} → {change.after}" for change in entry.changes
    )


def _what(request: HttpRequest) -> str:
    query = request.GET.urlencode()
    return gettext("audit trail; filter: %(filter)s") % {"filter": query or "–"}
