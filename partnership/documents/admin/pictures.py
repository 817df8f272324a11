"""Pictures and their rights."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from partnership.accounts.requests import signed_in
from partnership.core.admin import TranslatedAdminBase
from partnership.core.admin.made import MadeByActionMixin
from partnership.core.admin.pairs import pair
from partnership.core.admin.refusals import RefusableForm, RefusalsOnForm
from partnership.core.admin.status import Fact, StatusMixin
from partnership.core.admin.theme import ChoicesDropdownFilter, DropdownFilter
from partnership.documents import actions, rights
from partnership.documents.addresses import picture_url
from partnership.documents.admin_views import RestorePicture, WithdrawPicture
from partnership.documents.checks.kinds import PICTURES
from partnership.documents.choices import KEEPERS, LOOKERS
from partnership.documents.forms import UploadField
from partnership.documents.models import Picture, StoredFile
from partnership.documents.querysets import PictureQuerySet

RIGHTS = (("author", "licence"), pair("credit"), pair("alt_text"), "people", "consents")


class RightsFilter(DropdownFilter):
    """Whether a picture may be shown."""

    title = _("rights")
    parameter_name = "rights"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("clear", _("in order")),
            ("gaps", _("something is missing")),
            ("withdrawn", _("withdrawn from use")),
        ]

    def queryset(self, request: HttpRequest, queryset: PictureQuerySet) -> PictureQuerySet:
        questions = {
            "clear": queryset.clear,
            "gaps": queryset.with_gaps,
            "withdrawn": lambda: queryset.filter(withdrawn_at__isnull=False),
        }
        value = self.value() or ""
        return questions[value]() if value in questions else queryset


class NewPictureForm(RefusableForm):
    """A picture file first; its rights may follow, but nothing is shown before."""

    upload = UploadField(
        label=_("picture file"),
        kinds=PICTURES,
        help_text=_("JPEG, PNG or WebP, at most 25 MB. The position it was taken at is removed."),
    )

    def clean_upload(self) -> StoredFile | None:
        field: Any = self.fields["upload"]
        row: StoredFile | None = field.take(self.cleaned_data["upload"], by=self.acting, about=None)
        return row


@admin.register(Picture)
class PictureAdmin(MadeByActionMixin, StatusMixin, RefusalsOnForm, TranslatedAdminBase):
    """What may be shown is worked out from the rights, never typed."""

    view_roles = LOOKERS
    change_roles = KEEPERS
    new_form = NewPictureForm
    icon = "image"
    confirm_pages = (WithdrawPicture(), RestorePicture())
    list_display = ("shown_picture", "shown_text", "licence", "people", "shown_rights")
    list_display_links = ("shown_picture", "shown_text")
    list_filter = (
        RightsFilter,
        ("licence", ChoicesDropdownFilter),
        ("people", ChoicesDropdownFilter),
    )
    list_select_related = ("file",)
    search_fields = (*pair("alt_text"), "author", "file__label")
    sortable_by = ()
    ordering = ("-created_at", "-id")
    autocomplete_fields = ("consents",)
    fieldsets = ((None, {"fields": RIGHTS}),)
    add_fieldsets = ((None, {"fields": ("upload", *RIGHTS)}),)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).select_related("file").prefetch_related("consents")

    @admin.display(description=_("picture"))
    def shown_picture(self, obj: Picture) -> SafeString | str:
        """A small copy, as wide as its column."""
        widths = obj.file.facts.get("widths")
        if not widths or not obj.file.is_available:
            return "–"
        address = picture_url(obj.file.token, f"{widths[0]}.webp")
        shown = '<img class="desk-picture" src="{}" alt="{}" loading="lazy">'
        return format_html(shown, address, obj)

    @admin.display(description=_("text in place of the picture"))
    def shown_text(self, obj: Picture) -> str:
        return str(obj)

    @admin.display(description=_("rights"))
    def shown_rights(self, obj: Picture) -> SafeString:
        missing = rights.gaps(obj)
        look, text = ("is-warning", missing[0]) if missing else ("is-public", _("in order"))
        return format_html('<span class="desk-badge {}">{}</span>', look, text)

    def facts(self, obj: Picture) -> list[Fact]:
        size = "{width} × {height}".format(**obj.file.facts) if obj.file.facts else "–"
        return [
            Fact(_("picture"), self.shown_picture(obj)),
            Fact(_("file"), obj.file),
            Fact(_("size in pixels"), size),
            Fact(_("rights"), self.shown_rights(obj)),
        ]

    def sentences(self, obj: Picture) -> tuple[list[str], list[str]]:
        return [str(gap) for gap in rights.gaps(obj)], []

    def make(self, request: HttpRequest, typed: dict[str, Any]) -> models.Model:
        file, consents = typed.pop("upload"), typed.pop("consents")
        return actions.create_picture(file, by=signed_in(request), consents=consents, **typed)
