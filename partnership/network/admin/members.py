"""Who speaks for whom, in the secretariat's admin: looked at here, changed by deeds."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from partnership.core.admin import ReadOnlyAdmin
from partnership.core.admin.status import Fact, StatusMixin
from partnership.network import messages
from partnership.network.admin.filters import ChoiceFilter
from partnership.network.admin.mail import mail_facts, refusal_facts
from partnership.network.admin.member_deeds import MEMBERSHIP_DEEDS, NAME_DEEDS, REQUEST_DEEDS
from partnership.network.choices import EDITORS, RequestState
from partnership.network.models import Membership, MembershipRequest, NameChange
from partnership.network.roles import MemberRole


class RoleFilter(ChoiceFilter):
    title = _("role")
    parameter_name = "role"
    offered = MemberRole.choices


class StateFilter(ChoiceFilter):
    title = _("state")
    parameter_name = "state"
    offered = RequestState.choices


@admin.register(Membership)
class MembershipAdmin(StatusMixin, ReadOnlyAdmin):
    """Changed and ended by its deeds; begun by approving a request or by an invitation."""

    view_roles = EDITORS
    icon = "badge"
    confirm_pages = MEMBERSHIP_DEEDS
    list_display = ("user", "organisation", "role", "approved_at", "withdrawn_at")
    list_select_related = ("user", "organisation")
    list_filter = (RoleFilter,)
    search_fields = (
        "user__name",
        "user__email",
        "organisation__name_zh_hans",
        "organisation__name_en",
    )
    sortable_by = ("approved_at", "withdrawn_at")
    ordering = ("-approved_at", "-id")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("user", "organisation"),
                    ("role", "approved_by", "approved_at"),
                    ("withdrawn_at", "withdrawn_by"),
                    "withdrawal_reason",
                )
            },
        ),
    )

    def facts(self, obj: Membership) -> list[Fact]:
        return [Fact(_("e-mail"), obj.user.email), *refusal_facts(obj.user)]


@admin.register(MembershipRequest)
class MembershipRequestAdmin(StatusMixin, ReadOnlyAdmin):
    """Answered by its deeds."""

    view_roles = EDITORS
    icon = "person_add"
    is_on_desk = True
    confirm_pages = REQUEST_DEEDS
    list_display = ("name", "organisation_name", "role", "state", "created_at")
    list_filter = (StateFilter, RoleFilter)
    search_fields = ("reference", "name", "email", "organisation_name")
    sortable_by = ("created_at",)
    ordering = ("-created_at", "-id")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("name", "email", "language"),
                    ("organisation_name", "organisation_type", "organisation"),
                    ("role", "proposed_by"),
                    "message",
                )
            },
        ),
        (_("Decision"), {"fields": (("decided_by", "decided_at"), "reason")}),
    )

    def facts(self, obj: MembershipRequest) -> list[Fact]:
        return [
            Fact(_("state"), obj.get_state_display()),
            Fact(_("reference"), obj.reference),
            *mail_facts(messages.key_of_refusal(obj)),
        ]


@admin.register(NameChange)
class NameChangeAdmin(StatusMixin, ReadOnlyAdmin):
    """What organisations want to be called; answered by its deeds."""

    view_roles = EDITORS
    icon = "edit_note"
    confirm_pages = NAME_DEEDS
    list_display = ("organisation", "chinese_name", "english_name", "type", "state", "created_at")
    list_select_related = ("organisation",)
    list_filter = (StateFilter,)
    search_fields = ("chinese_name", "english_name")
    sortable_by = ("created_at",)
    ordering = ("-created_at", "-id")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "organisation",
                    ("chinese_name", "english_name"),
                    "type",
                    "why",
                    "proposed_by",
                )
            },
        ),
        (_("Decision"), {"fields": (("decided_by", "decided_at"), "reason")}),
    )

    def facts(self, obj: NameChange) -> list[Fact]:
        return [Fact(_("state"), obj.get_state_display())]
