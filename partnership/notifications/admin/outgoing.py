"""Messages on their way: every one is seen, repeated, stopped."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from partnership.accounts.requests import signed_in
from partnership.core.admin import ReadOnlyAdmin
from partnership.core.admin.filters import DayRangeFilter
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import ChoicesDropdownFilter, DropdownFilter
from partnership.core.errors import DomainError
from partnership.notifications import actions, registry
from partnership.notifications.admin.kinds import kind_list, kind_preview
from partnership.notifications.admin_views import MESSAGE_PAGES
from partnership.notifications.choices import SENDERS, State
from partnership.notifications.models import Channel, OutgoingMessage

TONES = {
    State.SENT: "is-ok",
    State.RETRY: "is-warning",
    State.FAILED: "is-bad",
}


class KindFilter(DropdownFilter):
    """Which kind of message."""

    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(kind.key, str(kind.title)) for kind in registry.kinds()]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.filter(kind=self.value()) if self.value() else queryset


@admin.register(OutgoingMessage)
class OutgoingMessageAdmin(StatusMixin, ReadOnlyAdmin):
    """One line a message, with its error in plain words."""

    view_roles = SENDERS
    icon = "outgoing_mail"
    confirm_pages = MESSAGE_PAGES
    list_display = (
        "created_at",
        "shown_kind",
        "to_address",
        "subject",
        "shown_state",
        "shown_fault",
        "attempts",
    )
    list_filter = (("state", ChoicesDropdownFilter), KindFilter, ("created_at", DayRangeFilter))
    list_columns = (
        "created_at",
        "kind",
        "to_address",
        "subject",
        "state",
        "fault",
        "uncertain",
        "attempts",
    )
    list_before_template = "admin/notifications/channel.html"
    change_form_outer_after_template = "admin/notifications/mail_of_message.html"
    search_fields = ("^to_address", "=message_id", "=request_id")
    search_help_text = _("Beginning of an address, a Message-ID or the number of a request")
    sortable_by = ("created_at",)
    ordering = ("-id",)
    actions = ("send_chosen_again", "stop_chosen")
    fields = (
        ("to_address", "recipient"),
        ("language", "event"),
        ("created_at", "due_at", "closed_at"),
        ("message_id", "request_id"),
    )

    @admin.display(description=_("kind"))
    def shown_kind(self, obj: OutgoingMessage) -> str:
        return registry.title(obj.kind)

    @admin.display(description=_("state"))
    def shown_state(self, obj: OutgoingMessage) -> SafeString:
        tone = TONES.get(State(obj.state), "")
        return format_html('<span class="desk-badge {}">{}</span>', tone, obj.get_state_display())

    @admin.display(description=_("error"))
    def shown_fault(self, obj: OutgoingMessage) -> str:
        return obj.get_fault_display()

    def facts(self, obj: OutgoingMessage) -> list[Fact]:
        facts = [Fact(_("kind"), self.shown_kind(obj)), Fact(_("state"), self.shown_state(obj))]
        if obj.fault:
            facts.append(Fact(_("error"), self.shown_fault(obj)))
        if obj.answer:
            facts.append(Fact(_("answer of the mail server"), obj.answer))
        return [*facts, Fact(_("tries"), obj.attempts)]

    @admin.action(description=_("Send the chosen messages again"))
    def send_chosen_again(self, request: HttpRequest, chosen: models.QuerySet) -> None:
        self._do(request, chosen, actions.send_again)

    @admin.action(description=_("Stop the chosen messages"))
    def stop_chosen(self, request: HttpRequest, chosen: models.QuerySet) -> None:
        self._do(request, chosen, actions.stop)

    def _do(self, request: HttpRequest, chosen: models.QuerySet, deed: Callable[..., None]) -> None:
        """Do the deed to each message that it is possible for, and say to how many."""
        done = refused = 0
        for message in chosen:
            try:
                deed(message, by=signed_in(request))
            except DomainError:
                refused += 1
            else:
                done += 1
        text = ngettext("Done for %(count)d message.", "Done for %(count)d messages.", done)
        messages.success(request, text % {"count": done})
        if refused:
            text = ngettext(
                "Not possible for %(count)d message in its present state.",
                "Not possible for %(count)d messages in their present state.",
                refused,
            )
            messages.warning(request, text % {"count": refused})

    def get_urls(self) -> list[URLPattern]:
        def door(view: Any) -> Any:
            return self.admin_site.admin_view(view(self))

        return [
            path("kinds/", door(kind_list), name="notifications_kinds"),
            path("kinds/<str:key>/<slug:language>/", door(kind_preview), name="notifications_kind"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        failing = Channel.objects.filter(failures__gt=0).first()
        return super().changelist_view(request, {"channel": failing, **(extra_context or {})})
