"""Giving texts to a translator: all of some objects, or some of one."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import ngettext

from partnership.accounts.models import User
from partnership.core.errors import DomainError
from partnership.translations import actions
from partnership.translations.errors import NothingChosen
from partnership.translations.forms import AssignForm
from partnership.translations.models import TranslatedObject

LIST = "admin:translations_translatedobject_changelist"
Give = Callable[[set[int], dict[str, Any]], int]


class AssigningMixin(ModelAdmin):
    """Adds both ways. A refusal is shown on the page it came from and keeps what was chosen; links
    there lead back by a redirect."""

    def found(self, request: HttpRequest, object_id: str | int) -> TranslatedObject:
        raise NotImplementedError

    def _editor(self, request: HttpRequest) -> User:
        raise NotImplementedError

    def _page(
        self, request: HttpRequest, translated: TranslatedObject, refused: Any, **more: Any
    ) -> HttpResponse:
        raise NotImplementedError

    def _back(self, request: HttpRequest, translated: TranslatedObject) -> str:
        raise NotImplementedError

    def get_urls(self) -> list[URLPattern]:
        wrap, name = self.admin_site.admin_view, "translations_translatedobject"
        return [
            path("assign/", wrap(self.assign_view), name=f"{name}_assign"),
            path(
                "<int:object_id>/assign/", wrap(self.assign_texts_view), name=f"{name}_assign_texts"
            ),
            *super().get_urls(),
        ]

    def assign_view(self, request: HttpRequest) -> HttpResponse:
        """Give what is left to translate in the chosen objects to a translator."""
        back = f"{reverse(LIST)}?{request.GET.urlencode()}"
        if request.method != "POST":
            return redirect(back)
        person = self._editor(request)

        def give(chosen: set[int], typed: dict[str, Any]) -> int:
            return actions.assign(chosen, typed["person"], by=person, due_on=typed["due_on"])

        form = AssignForm(request.POST)
        if _given(request, form, give):
            return redirect(back)
        return self.changelist_view(request, {"form": form, "chosen": chosen_in(request)})

    def assign_texts_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Give the chosen texts of one object to a translator."""
        translated = self.found(request, object_id)
        if request.method != "POST":
            return redirect(self._back(request, translated))
        person = self._editor(request)

        def give(chosen: set[int], typed: dict[str, Any]) -> int:
            return actions.assign_texts(
                translated, chosen, typed["person"], by=person, due_on=typed["due_on"]
            )

        form = AssignForm(request.POST)
        if _given(request, form, give):
            return redirect(self._back(request, translated))
        return self._page(request, translated, None, form=form, chosen=chosen_in(request))


def chosen_in(request: HttpRequest) -> set[int]:
    """Return the numbers of what was ticked."""
    return {int(key) for key in request.POST.getlist("chosen") if key.isdecimal()}


def _given(request: HttpRequest, form: AssignForm, give: Give) -> bool:
    """Give, and say so; what stands against it is said in the form."""
    chosen = chosen_in(request)
    if not chosen:
        form.add_error(None, str(NothingChosen()))
    if not form.is_valid():
        return False
    try:
        given = give(chosen, form.cleaned_data)
    except DomainError as refused:
        form.add_error(None, str(refused))
        return False
    told = ngettext(
        "%(count)s text is given to %(person)s.", "%(count)s texts are given to %(person)s.", given
    )
    messages.success(request, told % {"count": given, "person": form.cleaned_data["person"]})
    return True
