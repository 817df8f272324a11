"""Events in the secretariat's admin: both languages side by side, the steps as buttons, the seats
in view."""

from typing import Any, Final

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.accounts.requests import signed_in
from partnership.core import languages
from partnership.core.admin import TranslatedAdminBase
from partnership.core.admin.confirm import ConfirmPage
from partnership.core.admin.made import MadeByActionMixin
from partnership.core.admin.pairs import pair, pairs
from partnership.core.admin.publications import PublicationAdminMixin, PublicationStateFilter
from partnership.core.admin.status import Fact
from partnership.core.admin.theme import ManyChoicesWidget
from partnership.core.admin.versions import VersionedAdmin
from partnership.events import actions, phases, readiness
from partnership.events.addresses import event_url
from partnership.events.admin import programme_rows
from partnership.events.admin.agenda import ALL_ROWS
from partnership.events.admin.event_deeds import CONFIRM_PAGES
from partnership.events.admin.filters import KindFilter, StatusFilter
from partnership.events.admin.reminders import ReminderRows
from partnership.events.admin.share_page import SharePageMixin
from partnership.events.choices import EDITORS, READERS, TO_COME
from partnership.events.forms.staff import EventForm, NewEventForm
from partnership.events.models import Event
from partnership.reference.models import Theme

TIMES: Final = ("starts_at", "ends_at")


@admin.register(Event)
class EventAdmin(
    MadeByActionMixin, SharePageMixin, PublicationAdminMixin, VersionedAdmin, TranslatedAdminBase
):
    """Status and publication are deeds behind buttons."""

    view_roles = READERS
    change_roles = EDITORS
    form = EventForm
    new_form = NewEventForm
    inlines = (*ALL_ROWS, ReminderRows)
    icon = "event"
    is_on_desk = True
    list_display = (
        "shown_title",
        "kind",
        "status",
        "starts_at",
        "place",
        "shown_seats",
        "shown_queue",
        "shown_state",
    )
    list_display_links = ("shown_title",)
    list_columns = (
        *pair("title"),
        "slug",
        "kind",
        "status",
        "starts_at",
        "place",
        "capacity",
        "published_zh_hans_at",
        "published_en_at",
        "public_since",
    )
    list_select_related = ("place",)
    list_filter = (StatusFilter, KindFilter, PublicationStateFilter)
    search_fields = ("slug", *pair("title"))
    sortable_by = ("starts_at",)
    ordering = ("-starts_at", "-id")
    autocomplete_fields = ("place", "host")
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    fieldsets = (
        (None, {"fields": (*pairs("title", "summary"), ("kind", "slug"))}),
        (
            _("Time (Beijing) and place"),
            {
                "fields": (
                    ("starts_at", "ends_at"),
                    ("timezone", "is_all_day"),
                    ("format", "join_url"),
                    ("place", "host"),
                    pair("venue"),
                    ("latitude", "longitude"),
                )
            },
        ),
        (
            _("Registration and seats"),
            {
                "fields": (
                    ("mode", "max_group_size"),
                    ("registration_opens_at", "registration_closes_at"),
                    ("capacity", "waitlist_capacity"),
                    ("offer_hours", "cancel_until"),
                    ("min_participants", "minors_per_adult"),
                )
            },
        ),
        (_("Text"), {"fields": pairs("description", "practical_notes")}),
        (_("Classification"), {"fields": ("themes",)}),
    )
    add_fieldsets = (
        (
            None,
            {
                "fields": (
                    ("kind", "slug"),
                    pair("title"),
                    ("starts_at", "ends_at"),
                    "timezone",
                )
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).with_seat_counts()  # type: ignore[attr-defined]

    @admin.display(description=_("seats taken"))
    def shown_seats(self, obj: Any) -> str:
        """Those kept for organisations count, filled or not."""
        taken = obj.people_seated_beside + obj.seats_kept
        return f"{taken} / {'∞' if obj.capacity is None else obj.capacity}"

    @admin.display(description=_("waiting, to decide"))
    def shown_queue(self, obj: Any) -> str:
        return f"{obj.people_waiting}, {obj.people_pending}"

    @property
    def confirm_pages(self) -> tuple[ConfirmPage, ...]:  # type: ignore[override]
        """The event's own steps, then what its programme adds."""
        return (*CONFIRM_PAGES, *programme_rows.pages())

    def get_inlines(self, request: HttpRequest, obj: models.Model | None) -> list[Any]:
        """Edit what the programme adds in the same form; a new event has no rows yet."""
        if not isinstance(obj, Event):
            return []
        return [*programme_rows.rows_of(obj.kind), *super().get_inlines(request, obj)]

    def get_readonly_fields(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> tuple[str, ...]:
        """Once people know its time, an event is moved by a button, with all that hangs on it."""
        fixed = super().get_readonly_fields(request, obj)
        is_known = isinstance(obj, Event) and obj.status in TO_COME
        return (*fixed, *(TIMES if is_known else ()))

    def get_fieldsets(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        return self.fieldsets if obj else self.add_fieldsets

    def formfield_for_manytomany(
        self, db_field: models.ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelMultipleChoiceField | None:
        kwargs |= {"widget": ManyChoicesWidget(), "queryset": Theme.objects.ordered_for()}
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def make(self, request: HttpRequest, typed: dict[str, Any]) -> models.Model:
        return actions.create_event(by=signed_in(request), **typed)

    def settle(self, obj: models.Model) -> None:
        if isinstance(obj, Event):
            actions.settle_edit(obj)

    def public_url(self, obj: Any, language: str) -> str:
        return event_url(obj.slug, language)

    def facts(self, obj: Event) -> list[Fact]:
        seats = phases.seats_of(obj)
        pending = obj.registrations.pending().people()
        lists = reverse("admin:events_registration_changelist")
        messages = reverse("admin:events_eventmessage_changelist")
        return [
            Fact(pgettext_lazy("event", "status"), obj.get_status_display()),
            Fact(
                _("seats taken"),
                _("%(taken)d of %(capacity)s")
                % {"taken": seats.taken, "capacity": "∞" if seats.free is None else obj.capacity},
            ),
            Fact(
                _("on the waiting list"),
                _("%(taken)d of %(capacity)s")
                % {"taken": seats.waiting, "capacity": obj.waitlist_capacity},
            ),
            Fact(_("to decide"), pending),
            Fact(
                _("registrations"),
                format_html('<a href="{}?event={}">{}</a>', lists, obj.pk, _("Open the list")),
            ),
            Fact(
                _("messages"),
                format_html(
                    '<a href="{0}?event={1}">{2}</a> · <a href="{0}add/?event={1}">{3}</a>',
                    messages,
                    obj.pk,
                    _("Open the list"),
                    _("Write a message"),
                ),
            ),
            Fact(
                _("chat groups"),
                format_html(
                    '<a href="{}">{}</a>',
                    reverse("admin:events_event_share", args=[obj.pk]),
                    _("Text and QR code"),
                ),
            ),
            Fact(_("version"), obj.version),
        ]

    def sentences(self, obj: Event) -> tuple[list[str], list[str]]:
        lacking = {
            str(name) for code in languages.LANGUAGES for name in readiness.missing(obj, code)
        }
        warnings = []
        outside = obj.sessions.filter(
            Q(starts_at__lt=obj.starts_at) | Q(ends_at__gt=obj.ends_at)
        ).count()
        if outside:
            warnings.append(
                str(_("%(count)d sessions lie outside of the time of the event."))
                % {"count": outside}
            )
        seats = phases.seats_of(obj)
        if seats.free is not None and seats.free < 0:
            warnings.append(
                str(_("%(count)d more people have seats than there are. Nobody loses theirs."))
                % {"count": -seats.free}
            )
        return sorted(lacking), warnings
