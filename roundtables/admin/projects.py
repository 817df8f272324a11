"""Projects: partners, milestones and outputs on one form, stages as buttons, all on a board."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.core.admin import TabularRows, TranslatedStackedRows
from partnership.core.admin.pairs import pair, pairs
from partnership.core.admin.publications import PublicationStateFilter
from partnership.core.admin.rows import OrderedRows
from partnership.core.admin.status import Fact
from partnership.events.admin.files import FileRows
from partnership.events.admin.filters import ColumnFilter
from roundtables import actions, readiness
from roundtables.addresses import project_url
from roundtables.admin.board import BoardMixin
from roundtables.admin.deeds import PROJECT_PAGES
from roundtables.admin.written import WrittenAdmin
from roundtables.choices import Stage
from roundtables.forms import ProjectForm
from roundtables.models import Milestone, Output, Project, ProjectPartner
from roundtables.project_page import ProjectPage


class StageFilter(ColumnFilter):
    title = pgettext_lazy("project", "stage")
    parameter_name = "stage"
    offered = Stage.choices


class PartnerRows(TabularRows):
    model = ProjectPartner
    formset = OrderedRows
    ordering_field = "order"
    autocomplete_fields = ("organisation",)
    fields = ("organisation", "role", "order")


class MilestoneRows(TranslatedStackedRows):
    model = Milestone
    fieldsets = ((None, {"fields": (pair("title"), ("due_on", "reached_on"))}),)


class OutputRows(FileRows):
    model = Output
    fieldsets = (
        (
            None,
            {
                "fields": (
                    pair("title"),
                    ("kind", "issued"),
                    ("made_by", "container"),
                    ("upload", "url"),
                    ("licence", "order"),
                )
            },
        ),
    )


@admin.register(Project)
class ProjectAdmin(BoardMixin, WrittenAdmin):
    """The stage is moved by deeds only."""

    deeds = actions.PROJECTS
    form = ProjectForm
    icon = "science"
    confirm_pages = PROJECT_PAGES
    inlines = (PartnerRows, MilestoneRows, OutputRows)
    list_before_template = "admin/roundtables/board_link.html"
    list_display = ("shown_title", "stage", "theme", "place", "shown_state", "is_demo")
    list_select_related = ("theme", "place")
    list_filter = (StageFilter, PublicationStateFilter)
    search_fields = ("slug", *pair("title"))
    autocomplete_fields = ("event", "place")
    sortable_by = ()
    ordering = ("-stage_changed_at", "-id")
    fieldsets = (
        (None, {"fields": (("slug", "source_language"), ("theme", "budget_band"))}),
        (
            pgettext_lazy("project", "Origin, place and time"),
            {"fields": ("event", "place", ("starts_on", "ends_on"))},
        ),
        (_("Text"), {"fields": pairs("title", "summary", "description")}),
    )

    def preview(self, obj: Any, language: str) -> tuple[str, dict[str, object]]:
        page = ProjectPage(obj, language, is_draft=True)
        return "roundtables/project_detail.html", {"page": page, "meta": page.meta}

    def public_url(self, obj: Any, language: str) -> str:
        return project_url(obj.slug, language)

    def facts(self, obj: Any) -> list[Fact]:
        stage = Fact(pgettext_lazy("project", "stage"), obj.get_stage_display())
        return [stage, *super().facts(obj)]

    def sentences(self, obj: Any) -> tuple[list[str], list[str]]:
        lacking = {
            name for code in languages.LANGUAGES for name in readiness.missing_in_project(obj, code)
        }
        return sorted(lacking), []
