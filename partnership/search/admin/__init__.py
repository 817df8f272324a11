"""The glossary and the searches without result in the secretariat's admin."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.core.admin import AdminBase, ReadOnlyAdmin, TabularRows
from partnership.core.admin.theme import DropdownFilter
from partnership.search.actions import settle_concept
from partnership.search.admin.words import WordsMixin
from partnership.search.choices import EDITORS
from partnership.search.forms import TermForm, TermRowsFormSet
from partnership.search.models import AskedText, Concept, Term

WORD = "word"  # in the address of a new subject: its first word


class TermRows(TabularRows):
    model = Term
    form = TermForm
    formset = TermRowsFormSet
    fields = ("language", "text", "order", "is_binding")
    tab = False
    extra = 2


@admin.register(Concept)
class ConceptAdmin(AdminBase):
    """Subjects with their words in both languages; a change is effective with the next search."""

    view_roles = EDITORS
    change_roles = EDITORS
    icon = "translate"
    inlines = (TermRows,)
    list_display = ("code", "shown_words", "shown_broader", "is_active")
    search_fields = ("code", "terms__text")
    ordering = ("code",)
    autocomplete_fields = ("broader",)
    fieldsets = ((None, {"fields": (("code", "is_active"), "broader", "short_forms", "note")}),)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """Bring the first word of the broader subject along: one question less where there is one."""
        words = Term.objects.filter(concept=OuterRef("broader"), language=languages.current())
        name = Subquery(words.order_by("order", "pk").values("text")[:1])
        rows = super().get_queryset(request).prefetch_related("terms")
        return rows.annotate(
            broader_name=Coalesce(name, "broader__code", output_field=models.CharField())
        )

    @admin.display(description=_("words"))
    def shown_words(self, concept: Concept) -> str:
        return " · ".join(term.text for term in concept.terms.all())

    @admin.display(description=_("broader subject"), ordering="broader__code")
    def shown_broader(self, concept: Any) -> str | None:
        return concept.broader_name

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """Begin a new subject with the word that was searched for in vain."""
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        word = request.GET.get(WORD, "")
        if word and request.method == "GET":
            language = "en" if word.isascii() else "zh-hans"
            kwargs["initial"] = [{"text": word[:80], "language": language}]
        return kwargs

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        words = list(form.instance.terms.values_list("text", flat=True))
        super().save_related(request, form, formsets, change)
        settle_concept(form.instance, words)


class ResultFilter(DropdownFilter):
    title = pgettext_lazy("search", "results")
    parameter_name = "found"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("nothing", _("without result"))]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> models.QuerySet:
        return queryset.filter(results=0) if self.value() == "nothing" else queryset


@admin.register(AskedText)
class AskedTextAdmin(WordsMixin, ReadOnlyAdmin):
    """What was searched for on two days or three times, per day; nothing says by whom."""

    view_roles = EDITORS
    icon = "search"
    list_display = (
        *("text", "language", "day", "times", "results"),
        *("opened", "shown_place", "shown_way"),
    )
    list_filter = (ResultFilter,)
    search_fields = ("text",)
    ordering = ("-day", "-times", "-id")
    sortable_by = ("day", "times", "results", "opened")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """Leave out what may be the name of somebody whom one visitor looked for."""
        return super().get_queryset(request).repeated()  # type: ignore[attr-defined]

    @admin.display(description=_("at place, on average"), empty_value="–")
    def shown_place(self, asked: AskedText) -> str | None:
        """A text whose results are opened far down the list is understood badly."""
        return None if asked.place is None else localize(round(asked.place, 1))

    @admin.display(description=_("glossary"))
    def shown_way(self, asked: AskedText) -> SafeString:
        """Lead to where a subject gets this word, and to a new one that begins with it."""
        new = f"{reverse('admin:search_concept_add')}?{urlencode({WORD: asked.text})}"
        known = reverse("admin:search_askedtext_word", args=[asked.pk])
        markup = '<a href="{}">{}</a> · <a href="{}">{}</a>'
        return format_html(markup, known, _("Add to a subject"), new, _("New subject"))
