"""From a text that was searched for to a word of a subject, in one step."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnership.accounts.requests import signed_in
from partnership.search import actions
from partnership.search.forms import WordForm
from partnership.search.language.characters import HAN
from partnership.search.models import Term

LOG = "admin:search_askedtext_changelist"


class WordsMixin(ModelAdmin):
    """Adds the page on which a text becomes a word of a subject."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.word_view)
        return [
            path("<int:object_id>/word/", view, name="search_askedtext_word"),
            *super().get_urls(),
        ]

    def word_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Ask for the subject; with it, the word is effective at once."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked = self.get_queryset(request).filter(pk=object_id).first()
        if asked is None:
            raise Http404
        language = "zh-hans" if HAN.search(asked.text) else "en"
        initial = {"text": asked.text[:80], "language": language}
        form = WordForm(request.POST or None, initial=initial)
        if request.method == "POST" and form.is_valid():
            found = actions.add_word(form.save(commit=False), by=signed_in(request))
            messages.success(request, _told(form.instance, found))
            return redirect(f"{reverse(LOG)}?found=nothing")
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": _("Add to a subject"),
            "opts": self.opts,
            "asked": asked,
            "form": form,
            "log_url": f"{reverse(LOG)}?found=nothing",
        }
        return TemplateResponse(request, "admin/search/word.html", context)


def _told(term: Term, found: int) -> str:
    sentence = ngettext(
        "“%(word)s” now belongs to %(subject)s and finds %(count)s entry.",
        "“%(word)s” now belongs to %(subject)s and finds %(count)s entries.",
        found,
    )
    return sentence % {"word": term.text, "subject": term.concept, "count": found}
