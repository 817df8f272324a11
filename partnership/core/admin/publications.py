"""Objects that are public per language: their state in lists and above their form."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.admin.confirm import Button
from partnership.core.admin.status import LanguageState, StatusMixin
from partnership.core.admin.theme import DropdownFilter
from partnership.core.models import Publication
from partnership.core.models.publication import PublicationQuerySet

LANGUAGE_NAMES = {languages.CHINESE: _("Chinese"), languages.ENGLISH: _("English")}


class PublicationStateFilter(DropdownFilter):
    """Drafts, and what is public in which language."""

    title = _("publication")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str | Promise]]:
        return [
            ("draft", _("Draft")),
            ("public", _("Public in some language")),
            ("zh-only", _("Public in Chinese only")),
            ("en-only", _("Public in English only")),
            ("both", _("Public in both languages")),
        ]

    def queryset(self, request: HttpRequest, queryset: PublicationQuerySet) -> PublicationQuerySet:
        conditions: dict[str | None, dict[str, bool]] = {
            "draft": {"public_since__isnull": True},
            "public": {"public_since__isnull": False},
            "zh-only": {"published_zh_hans_at__isnull": False, "published_en_at__isnull": True},
            "en-only": {"published_zh_hans_at__isnull": True, "published_en_at__isnull": False},
            "both": {"published_zh_hans_at__isnull": False, "published_en_at__isnull": False},
        }
        return queryset.filter(**conditions.get(self.value(), {}))


class PublicationAdminMixin(StatusMixin):
    """Columns for lists and the status above the form; subclasses add their own."""

    @admin.display(description=_("title"))
    def shown_title(self, obj: Any) -> SafeString | str:
        """The title in the reader's language; the other one, marked as such, when it lacks."""
        for language in (languages.current(), languages.other()):
            title = getattr(obj, languages.column("title", language))
            if title:
                return format_html('<span lang="{}">{}</span>', languages.tag(language), title)
        return str(obj)

    @admin.display(description=_("publication"))
    def shown_state(self, obj: Publication) -> SafeString:
        """One badge per language, in words: never by colour alone."""
        return format_html_join(
            " ",
            '<span class="desk-badge {}">{}：{}</span>'
            if languages.current() == languages.CHINESE
            else '<span class="desk-badge {}">{}: {}</span>',
            (
                ("is-public", name, gettext("public"))
                if obj.published_at(language)
                else ("is-draft", name, gettext("draft"))
                for language, name in LANGUAGE_NAMES.items()
            ),
        )

    def language_states(self, obj: Any, buttons: list[Button]) -> list[LanguageState]:
        """Return one line per language: public or not, where to see it, what can be done."""
        return [self._state(obj, language, buttons) for language in languages.LANGUAGES]

    def public_url(self, obj: Any, language: str) -> str:
        """Return the object's public address in `language`, empty when there is none."""
        return ""

    def preview_url(self, obj: Any, language: str) -> str:
        """Return the address that shows the draft as readers will see it, empty for none."""
        return ""

    def _state(self, obj: Any, language: str, buttons: list[Button]) -> LanguageState:
        since = obj.published_at(language)
        with override(language):
            url = self.public_url(obj, language) if since else ""
        return LanguageState(
            name=LANGUAGE_NAMES[language],
            since=since,
            public_url=url,
            preview_url=self.preview_url(obj, language),
            buttons=[button for button in buttons if button.language == language],
        )
