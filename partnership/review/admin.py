"""Submissions in the secretariat's admin: nothing is typed over here, everything is a deed."""

from collections.abc import Collection, Iterator
from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from partnership.accounts.requests import signed_in
from partnership.core.admin import ReadOnlyAdmin
from partnership.core.admin.confirm import Button
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import DropdownFilter
from partnership.review import policies
from partnership.review.admin_views import CONFIRM_PAGES
from partnership.review.choices import READERS, State
from partnership.review.models import Submission
from partnership.review.prints import print_of
from partnership.review.threads import with_comments
from partnership.review.waiting import WORK


class WorkFilter(DropdownFilter):
    """What somebody has to do; the start page leads here."""

    title = _("to be done")
    parameter_name = "work"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(key, work.title) for key, work in WORK.items()]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        work = WORK.get(self.value() or "")
        return queryset.filter(pk__in=work.find().values("pk")) if work else queryset


class StateFilter(DropdownFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [choice for choice in State.choices if choice[0] != State.DRAFT]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.filter(state=self.value()) if self.value() else queryset


@admin.register(Submission)
class SubmissionAdmin(StatusMixin, ReadOnlyAdmin):
    """What was submitted; drafts are their authors' alone."""

    view_roles = READERS
    confirm_pages = CONFIRM_PAGES
    icon = "inbox"
    is_on_desk = True
    list_display = ("shown_title", "shown_kind", "shown_state", "shown_due", "author", "handler")
    list_display_links = ("shown_title",)
    list_select_related = ("author", "handler")
    list_filter = (WorkFilter, StateFilter)
    search_fields = ("title",)
    sortable_by = ("shown_due",)
    ordering = ("due_on", "-id")
    fields = ("shown_answers",)
    readonly_fields = ("shown_answers",)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        visible = Submission.objects.visible_to(request.user)
        return (
            super()
            .get_queryset(request)
            .filter(pk__in=visible.values("pk"), submitted_at__isnull=False)
        )

    def buttons(
        self, request: HttpRequest, obj: models.Model, among: Collection[str] | None = None
    ) -> Iterator[Button]:
        """Its own deeds; once nobody may object any more, also the way to publishing the result."""
        yield from super().buttons(request, obj, among)
        if not isinstance(obj, Submission) or not obj.is_notice_over:
            return
        if policies.may_publish(signed_in(request), obj):
            for label, url in obj.kind.ways_to_publish(obj):
                yield Button(label, url, language="", is_danger=False)

    @admin.display(description=_("title"))
    def shown_title(self, obj: Submission) -> str:
        return str(obj)

    @admin.display(description=_("kind of submission"))
    def shown_kind(self, obj: Submission) -> str:
        return str(obj.kind.name)

    @admin.display(description=_("state"))
    def shown_state(self, obj: Submission) -> SafeString:
        return format_html('<span class="desk-badge">{}</span>', obj.state_in_words)

    @admin.display(description=_("due"), ordering="due_on")
    def shown_due(self, obj: Submission) -> SafeString | str:
        if obj.due_on is None:
            return "–"
        look = "desk-badge is-warning" if obj.is_overdue else "desk-number"
        return format_html('<span class="{}">{}</span>', look, obj.due_on.isoformat())

    @admin.display(description=_("what was submitted"))
    def shown_answers(self, obj: Submission) -> str:
        """The latest version with all comments and reviews, to read."""
        version = obj.versions.latest("number")
        parts = obj.kind.sheet(version.language).shown(version.answers)
        comments = obj.comments.select_related("written_by", "answered_by")
        context = {
            "parts": with_comments(parts, comments),
            "version": version,
            "submission": obj,
            "enclosures": obj.enclosures.present().select_related("file"),
            "printed": print_of(obj, version.answers),
            "assignments": obj.assignments.select_related("reviewer"),
        }
        return render_to_string("admin/review/answers.html", context)

    def facts(self, obj: Submission) -> list[Fact]:
        page = format_html(
            '<a href="{}">{}</a>', reverse("review:judge", args=[obj.key]), _("Read and comment")
        )
        due = date_format(obj.due_on) if obj.due_on else "–"
        facts = [
            Fact(_("state"), obj.state_in_words),
            Fact(_("due"), due),
            Fact(_("author"), obj.author),
            Fact(_("looked after by"), obj.handler or "–"),
            Fact(_("receipt number"), obj.receipt),
        ]
        if obj.state in (State.SUBMITTED, State.IN_REVIEW):
            facts.append(Fact(_("comments on fields"), page))
        return facts + [Fact(label, value) for label, value in obj.kind.facts(obj)]
