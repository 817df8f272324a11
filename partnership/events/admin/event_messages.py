"""Writing to the people of an event: both languages, looked at, counted, sent, followed."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from partnership.accounts import links
from partnership.accounts.models import User
from partnership.core import languages, mail_texts
from partnership.core.admin import TranslatedAdminBase
from partnership.core.admin.confirm import ConfirmPage
from partnership.core.admin.pairs import pairs
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.verdicts import Verdict
from partnership.events import actions, policies
from partnership.events.choices import EDITORS, MessageState
from partnership.events.messages import context_of
from partnership.events.models import EventMessage, Registration
from partnership.notifications import registry


class Send(ConfirmPage):
    """Says before to how many people it goes, and in which languages."""

    slug = "send"
    label = _("Send to these people")
    question = _(
        "Everyone gets it in their own language, with or without an account. Afterwards the text "
        "cannot be changed."
    )
    done = _("The message is being written to its readers. You may leave this page.")

    def verdict(self, user: Any, obj: EventMessage) -> Verdict:
        return policies.may_decide(user)

    def is_offered(self, obj: EventMessage) -> bool:
        return obj.state == MessageState.DRAFT

    def findings(self, obj: EventMessage) -> Sequence[object]:
        rows = actions.people_of(obj.event, obj.audience).order_by()
        counts = dict(rows.values_list("language").annotate(Count("pk")))
        told = gettext("%(group)s: %(count)d registrations now") % {
            "group": obj.get_audience_display(),
            "count": sum(counts.values()),
        }
        spoken = [code for code in languages.LANGUAGES if code in counts]
        return (told, *(f"{languages.NAMES[code]}: {counts[code]}" for code in spoken))

    def perform(self, obj: EventMessage, *, by: Any, **typed: Any) -> None:
        actions.send_message(obj, by=by)


class Stop(ConfirmPage):
    """Ends the writing."""

    slug = "stop"
    label = _("Stop")
    question = _("Nobody further is written to. What has left cannot be called back.")
    done = _("The message is stopped.")
    is_danger = True

    def verdict(self, user: Any, obj: EventMessage) -> Verdict:
        return policies.may_decide(user)

    def is_offered(self, obj: EventMessage) -> bool:
        return obj.state == MessageState.SENDING

    def perform(self, obj: EventMessage, *, by: Any, **typed: Any) -> None:
        actions.stop_message(obj, by=by)


@admin.register(EventMessage)
class EventMessageAdmin(StatusMixin, TranslatedAdminBase):
    """A draft is edited; once it was sent it stays as it was sent."""

    view_roles = EDITORS
    change_roles = EDITORS
    icon = "forward_to_inbox"
    confirm_pages = (Send(), Stop())
    list_display = ("subject", "event", "audience", "state", "shown_progress", "sent_at")
    list_display_links = ("subject",)
    list_select_related = ("event", "notice")
    ordering = ("-id",)
    sortable_by = ()
    autocomplete_fields = ("event",)
    fieldsets = (
        (None, {"fields": (("event", "audience"),)}),
        (_("Text"), {"fields": pairs("subject", "text")}),
    )
    change_form_outer_after_template = "admin/events/message_previews.html"

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        return lookup == "event" or super().lookup_allowed(lookup, value, request)  # type: ignore[arg-type]

    @admin.display(description=_("written to"))
    def shown_progress(self, obj: EventMessage) -> SafeString | str:
        if obj.expected is None:
            return "–"
        told = obj.notice.told
        return format_html(
            '<progress max="{}" value="{}"></progress> {} / {}',
            obj.expected,
            told,
            told,
            obj.expected,
        )

    def facts(self, obj: EventMessage) -> list[Fact]:
        facts = [Fact(_("state"), obj.get_state_display())]
        if obj.state == MessageState.DRAFT:
            readers: QuerySet = actions.people_of(obj.event, obj.audience)
            return [*facts, Fact(_("readers now"), readers.count())]
        return [*facts, Fact(_("written to"), self.shown_progress(obj))]

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        is_fixed = isinstance(obj, EventMessage) and obj.state != MessageState.DRAFT
        return not is_fixed and super().has_change_permission(request, obj)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_safe(self.preview_view))
        name = "events_eventmessage_preview"
        return [
            path("<path:object_id>/preview/<slug:language>/", view, name=name),
            *super().get_urls(),
        ]

    def preview_view(self, request: HttpRequest, object_id: str, language: str) -> HttpResponse:
        """Show the mail as a reader of `language` gets it."""
        obj = self.get_object(request, object_id)
        is_seen = obj is not None and self.has_view_permission(request, obj)
        if not isinstance(obj, EventMessage) or not is_seen or language not in languages.LANGUAGES:
            raise Http404
        other = languages.other(language)
        context = {
            **self.admin_site.each_context(request),
            "title": obj.subject,
            "opts": self.opts,
            "mail": _written(obj, language),
            "mail_language": languages.tag(language),
            "own_url": reverse("admin:events_eventmessage_change", args=[obj.pk]),
            "other": (
                reverse("admin:events_eventmessage_preview", args=[obj.pk, other]),
                languages.NAMES[other],
            ),
        }
        return TemplateResponse(request, "admin/events/message_preview.html", context)


def _written(message: EventMessage, language: str) -> Any:
    reader = User(email="reader@example.org", language=language)
    registration = Registration(event=message.event, email=reader.email, language=language)
    context = {
        "person": reader,
        "link": links.of_nobody(language),
        "written": message,
        **context_of(registration),
    }
    with override(language):
        return mail_texts.write(registry.get("events.message").template, language, context)
