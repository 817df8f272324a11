"""Annual city reports in the admin: to be looked at, since nothing about them ever changes."""

from django.contrib import admin

from monitoring.admin.surveys import WATCHERS
from monitoring.models import AnnualReport
from partnership.core.admin import ReadOnlyAdmin
from partnership.core.admin.pairs import pair


@admin.register(AnnualReport)
class AnnualReportAdmin(ReadOnlyAdmin):
    """They come from submissions alone."""

    icon = "history_edu"
    view_roles = WATCHERS
    list_display = ("number", "title", "language", "computed", "made_at", "is_demo")
    list_select_related = ("computed",)
    list_filter = ("is_demo",)
    search_fields = ("number", "title", *(f"computed__place__{name}" for name in pair("name")))
    ordering = ("-made_at",)
    sortable_by = ("made_at",)
    fields = (
        ("number", "computed", "is_demo"),
        ("title", "language", "made_at"),
        "summary",
        "done",
        "reading",
        "difficulties",
        "plans",
    )
