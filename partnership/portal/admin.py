"""Pages and news in the secretariat's admin."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.admin import TranslatedAdminBase
from partnership.core.admin.pairs import pair, pairs
from partnership.core.admin.preview import PreviewMixin
from partnership.core.admin.publications import PublicationAdminMixin, PublicationStateFilter
from partnership.core.admin.sheets import SheetsMixin
from partnership.core.admin.status import Fact
from partnership.core.admin.versions import VersionedAdmin
from partnership.portal import actions
from partnership.portal.addresses import text_url
from partnership.portal.admin_views import CONFIRM_PAGES
from partnership.portal.choices import DRAFT_READERS, EDITORS, NEWS, PageKey, PageKind
from partnership.portal.forms import PageForm, TextForm
from partnership.portal.headlines import Headline
from partnership.portal.models import News, Page, PublishedText
from partnership.portal.sheets import NewsSheet
from partnership.portal.views.texts import context_of
from partnership.translations.admin.beside import BesideFieldsMixin

LIST_COLUMNS = (
    "key",
    "date",
    "is_demo",
    *pair("title"),
    "published_zh_hans_at",
    "published_en_at",
    "public_since",
    "updated_at",
)


class TextAdmin(
    PreviewMixin, BesideFieldsMixin, PublicationAdminMixin, VersionedAdmin, TranslatedAdminBase
):
    """What pages and news have in common."""

    view_roles = DRAFT_READERS
    change_roles = EDITORS
    form = TextForm
    confirm_pages = CONFIRM_PAGES
    is_on_desk = True

    list_display: tuple[str, ...] = ("shown_title", "date", "shown_state", "is_demo", "updated_at")
    list_display_links = ("shown_title",)
    list_columns = LIST_COLUMNS
    list_filter = (PublicationStateFilter,)
    search_fields = ("key", *pair("title"))
    sortable_by = ("date",)
    ordering = ("-date", "-id")
    fieldsets = (
        (None, {"fields": (("key", "source_language"), "date")}),
        (_("Text"), {"fields": pairs("title", "summary", "body")}),
    )

    def settle(self, obj: models.Model) -> None:
        if isinstance(obj, PublishedText):
            actions.settle_edit(obj)

    def preview(self, obj: Any, language: str) -> tuple[str, dict[str, object]]:
        headline = Headline(
            kind=kind_of(obj),
            key=obj.key,
            date=obj.date,
            is_demo=obj.is_demo,
            public_since=obj.public_since or timezone.now(),
            updated_at=obj.updated_at,
            title=getattr(obj, languages.column("title", language)),
            summary=getattr(obj, languages.column("summary", language)),
            language=language,
            published=(language,),
        )
        body = getattr(obj, languages.column("body", language))
        return "portal/text.html", context_of(headline, body)

    def public_url(self, obj: Any, language: str) -> str:
        return text_url(kind_of(obj), obj.key, language)

    def facts(self, obj: Any) -> list[Fact]:
        return [Fact(_("version"), obj.version), Fact(_("demo data"), _yes_or_no(obj.is_demo))]


@admin.register(News)
class NewsAdmin(SheetsMixin, TextAdmin):
    icon = "newspaper"
    sheet = NewsSheet


@admin.register(Page)
class PageAdmin(TextAdmin):
    icon = "article"
    form = PageForm
    list_display = ("shown_title", "kind", *TextAdmin.list_display[1:])
    list_columns = (*LIST_COLUMNS, "kind")
    fieldsets = (
        (None, {"fields": (("key", "kind"), ("source_language", "date"))}),
        TextAdmin.fieldsets[1],
    )


def kind_of(text: PublishedText) -> str:
    """Return what decides the address; a page that nothing links to by name has a notice's."""
    if not isinstance(text, Page):
        return NEWS
    has_no_address = text.kind == PageKind.PAGE and text.key not in PageKey
    return PageKind.NOTICE if has_no_address else text.kind


def _yes_or_no(value: bool) -> Any:
    return _("yes") if value else _("no")
