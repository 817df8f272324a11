"""Reports in the admin: to be looked at, since nothing about them ever changes."""

from django.contrib import admin

from monitoring.admin.surveys import WATCHERS
from monitoring.models import MonitoringReport
from partnership.core.admin import ReadOnlyAdmin
from partnership.core.admin.theme import ChoicesDropdownFilter


@admin.register(MonitoringReport)
class MonitoringReportAdmin(ReadOnlyAdmin):
    """Made on the page of reports by the secretariat and by cities."""

    icon = "summarize"
    view_roles = WATCHERS
    list_columns = (
        "number", "scope", "place", "organisation", "first_day", "last_day", "made_at", "is_demo",
    )  # fmt: skip
    list_display = ("number", "scope", "place", "organisation", "made_at", "is_demo")
    list_select_related = ("place", "organisation")
    list_filter = (("scope", ChoicesDropdownFilter), "is_demo")
    search_fields = ("number",)
    ordering = ("-made_at",)
    fields = (
        ("number", "version_no", "is_demo"),
        ("scope", "place", "organisation"),
        ("first_day", "last_day", "made_at"),
        ("statistics_version", "data_hash"),
    )
