"""Writing to a group: both languages side by side, looked at, counted, sent, followed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.admin import AdminBase
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import ChoiceWidget
from partnership.notifications import actions, composing, group_registry, registry
from partnership.notifications.actions.groups import KIND
from partnership.notifications.admin_views import GROUP_PAGES
from partnership.notifications.choices import SENDERS, GroupState, State
from partnership.notifications.models import GroupMessage

TONES = {GroupState.SENDING: "is-warning", GroupState.DONE: "is-ok", GroupState.STOPPED: "is-bad"}


class GroupMessageForm(forms.ModelForm):
    """Both languages are needed: each reader gets theirs."""

    group = forms.ChoiceField(label=_("Group of readers"), widget=ChoiceWidget())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        group: Any = self.fields.get("group")
        if group is not None:
            group.choices = group_registry.choices()


@admin.register(GroupMessage)
class GroupMessageAdmin(StatusMixin, AdminBase):
    """A draft is edited; once it was sent it stays as it was sent."""

    view_roles = SENDERS
    change_roles = SENDERS
    icon = "campaign"
    is_on_desk = True
    form = GroupMessageForm
    confirm_pages = GROUP_PAGES
    list_display = ("shown_subject", "shown_group", "shown_state", "shown_progress", "started_at")
    list_display_links = ("shown_subject",)
    ordering = ("-id",)
    sortable_by = ()
    fieldsets = (
        (None, {"fields": ("group",)}),
        (
            _("Text"),
            {"fields": (("subject_zh_hans", "subject_en"), ("text_zh_hans", "text_en"))},
        ),
    )
    change_form_outer_after_template = "admin/notifications/group_previews.html"

    @admin.display(description=_("subject"))
    def shown_subject(self, obj: GroupMessage) -> str:
        return obj.subject

    @admin.display(description=_("group of readers"))
    def shown_group(self, obj: GroupMessage) -> str:
        return obj.group_title

    @admin.display(description=_("state"))
    def shown_state(self, obj: GroupMessage) -> SafeString:
        tone = TONES.get(GroupState(obj.state), "")
        return format_html('<span class="desk-badge {}">{}</span>', tone, obj.get_state_display())

    @admin.display(description=_("written to"))
    def shown_progress(self, obj: GroupMessage) -> SafeString | str:
        if obj.expected is None:
            return "–"
        return format_html(
            '<progress max="{}" value="{}"></progress> {} / {}',
            obj.expected or 1,
            obj.told,
            obj.told,
            obj.expected,
        )

    def facts(self, obj: GroupMessage) -> list[Fact]:
        facts = [Fact(_("state"), self.shown_state(obj))]
        if obj.state == GroupState.DRAFT:
            return [*facts, Fact(_("readers now"), actions.readers(obj).count())]
        return [*facts, Fact(_("written to"), self.shown_progress(obj)), *_mails(obj)]

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        is_fixed = isinstance(obj, GroupMessage) and obj.state != GroupState.DRAFT
        return not is_fixed and super().has_change_permission(request, obj)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_safe(self.preview_view))
        name = "notifications_groupmessage_preview"
        return [
            path("<path:object_id>/preview/<slug:language>/", view, name=name),
            *super().get_urls(),
        ]

    def preview_view(self, request: HttpRequest, object_id: str, language: str) -> HttpResponse:
        """Show the mail as a reader of `language` gets it."""
        obj = self.get_object(request, object_id)
        is_seen = obj is not None and self.has_view_permission(request, obj)
        if not isinstance(obj, GroupMessage) or not is_seen or language not in languages.LANGUAGES:
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            "title": obj.subject,
            "opts": self.opts,
            "mail": _written(obj, language),
            "mail_language": languages.tag(language),
            "object": obj,
            "other": (languages.other(language), languages.NAMES[languages.other(language)]),
        }
        return TemplateResponse(request, "admin/notifications/group_preview.html", context)


def _written(message: GroupMessage, language: str) -> Any:
    reader = User(email="reader@example.org", language=language)
    page = lambda: reverse("notifications:list")  # noqa: E731, a page that is there for a draft, too
    return composing.mail(registry.get(KIND), reader, page, {"message": message})


def _mails(message: GroupMessage) -> list[Fact]:
    """Return how many of its mails stand where."""
    rows = actions.mails_of(message).order_by().values_list("state").annotate(Count("pk"))
    counts = dict(rows)
    return [Fact(state.label, counts[state]) for state in State if state in counts]
