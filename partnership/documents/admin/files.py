"""Everything that was ever sent, with its state and, where it was refused, the reason in words."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from partnership.core.admin import AdminBase
from partnership.core.admin.made import MadeByActionMixin
from partnership.core.admin.refusals import RefusableForm, RefusalsOnForm
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import ChoicesDropdownFilter
from partnership.documents.addresses import file_url
from partnership.documents.admin_views import CheckAgain, TakeOutOfUse
from partnership.documents.choices import KEEPERS, State
from partnership.documents.forms import UploadField
from partnership.documents.models import StoredFile

LOOKS = {State.AVAILABLE: "is-public", State.QUARANTINED: "is-draft", State.REFUSED: "is-warning"}


class NewFileForm(RefusableForm):
    """One file; it is checked while the form is sent."""

    upload = UploadField(label=_("file"))

    def clean_upload(self) -> StoredFile | None:
        field: Any = self.fields["upload"]
        row: StoredFile | None = field.take(self.cleaned_data["upload"], by=self.acting, about=None)
        return row


@admin.register(StoredFile)
class StoredFileAdmin(MadeByActionMixin, StatusMixin, RefusalsOnForm, AdminBase):
    """Files are sent and looked at here; what they are is decided by their check."""

    change_roles = KEEPERS
    new_form = NewFileForm
    icon = "folder_open"
    confirm_pages = (CheckAgain(), TakeOutOfUse())
    list_display = (
        "shown_label", "shown_state", "shown_reason", "kind", "shown_size", "owner", "shown_sent",
    )  # fmt: skip
    list_display_links = ("shown_label",)
    list_filter = (("state", ChoicesDropdownFilter), ("kind", ChoicesDropdownFilter))
    list_select_related = ("owner",)
    search_fields = ("label", "token", "sha256")
    sortable_by = ("shown_sent",)
    ordering = ("-created_at", "-id")
    fieldsets = ((None, {"fields": (("label", "on_behalf_of"),)}),)
    add_fieldsets = ((None, {"fields": ("upload",)}),)

    @admin.display(description=_("name it came with"))
    def shown_label(self, obj: StoredFile) -> str:
        return str(obj)

    @admin.display(description=_("state"))
    def shown_state(self, obj: StoredFile) -> SafeString:
        look = LOOKS[State(obj.state)]
        return format_html('<span class="desk-badge {}">{}</span>', look, obj.get_state_display())

    @admin.display(description=_("reason"))
    def shown_reason(self, obj: StoredFile) -> str:
        return obj.explanation or "–"

    @admin.display(description=_("size"))
    def shown_size(self, obj: StoredFile) -> str:
        return str(filesizeformat(obj.size))

    @admin.display(description=_("sent"), ordering="created_at")
    def shown_sent(self, obj: StoredFile) -> str:
        return f"{timezone.localtime(obj.created_at):%Y-%m-%d %H:%M}"

    def facts(self, obj: StoredFile) -> list[Fact]:
        facts = [
            Fact(_("state"), self.shown_state(obj)),
            Fact(_("kind"), obj.get_kind_display() or "–"),
            Fact(_("size"), self.shown_size(obj)),
            Fact(_("sent"), self.shown_sent(obj)),
            Fact(_("sent by"), obj.owner or "–"),
            Fact(_("fingerprint (SHA-256)"), obj.sha256 or "–"),
        ]
        return [*facts, *self._ways(obj)]

    def sentences(self, obj: StoredFile) -> tuple[list[str], list[str]]:
        return ([obj.explanation] if obj.explanation else []), []

    def make(self, request: HttpRequest, typed: dict[str, Any]) -> models.Model:
        """The new file has been stored while the form was examined."""
        stored: StoredFile = typed["upload"]
        return stored

    def _ways(self, obj: StoredFile) -> list[Fact]:
        if not obj.is_available:
            return []
        link = format_html('<a href="{}">{}</a>', file_url(obj.token), _("Download"))
        return [Fact(_("file"), link)]
