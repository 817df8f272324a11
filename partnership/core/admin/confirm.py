"""Deeds behind buttons: a page that says what will happen, asks, and calls the app's action.

The page asks the policy itself, for staff may look at more than they may do. What the action
refuses is shown on the page with the way out; nothing typed is lost.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.theme import TextareaWidget
from partnership.core.errors import DomainError
from partnership.core.verdicts import Verdict


class ReasonForm(forms.Form):
    """For deeds whose reason is kept in the history."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Kept in the history, for colleagues; not public."),
        widget=TextareaWidget(attrs={"rows": 3}),
        max_length=2000,
    )


class ConfirmPage:
    """One deed. `language` says in which language's line its button stands, empty for neither.

    `label` stands on the button, `question` above the form, `done` is said afterwards. Fields that are
    `in_pairs` stand beside each other where there is room.
    """

    slug: str
    label: str | Promise
    question: str | Promise
    done: str | Promise
    language: str = ""
    is_danger: bool = False
    in_pairs: bool = False
    form_class: ClassVar[type[forms.Form]] = forms.Form

    def verdict(self, user: Any, obj: Any) -> Verdict:
        """Say whether `user` may; the app's policy answers."""
        raise NotImplementedError

    def is_offered(self, obj: Any) -> bool:
        """Tell whether the deed makes sense in the object's present state."""
        return True

    def findings(self, obj: Any) -> Sequence[object]:
        """Return sentences that stand on the page: what is missing, what to look at."""
        return ()

    def form(self, obj: Any, data: Any) -> forms.Form:
        """Return what is asked, filled with `data` when it was answered."""
        return self.form_class(data)

    def perform(self, obj: Any, *, by: Any, **typed: Any) -> None:
        """Call the app's action; what it refuses is shown."""
        raise NotImplementedError


@dataclass(frozen=True)
class Button:
    """The way to a deed on an object's page."""

    label: str | Promise
    url: str
    language: str
    is_danger: bool


class ConfirmPagesMixin(ModelAdmin):
    """Adds the pages of `confirm_pages` to an admin class, below the object's own address."""

    confirm_pages: ClassVar[tuple[ConfirmPage, ...]] = ()

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.deed_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_deed"
        return [path("<path:object_id>/deed/<slug:slug>/", view, name=name), *super().get_urls()]

    def buttons(
        self, request: HttpRequest, obj: models.Model, among: Collection[str] | None = None
    ) -> Iterator[Button]:
        """Yield the buttons of all deeds that make sense now and that the person may do; `among`
        names those that are wanted."""
        for page in self.confirm_pages:
            is_wanted = among is None or page.slug in among
            if is_wanted and page.is_offered(obj) and page.verdict(request.user, obj):
                name = f"admin:{self.opts.app_label}_{self.opts.model_name}_deed"
                url = reverse(name, args=[obj.pk, page.slug])
                yield Button(page.label, url, page.language, page.is_danger)

    def deed_view(self, request: HttpRequest, object_id: str, slug: str) -> HttpResponse:
        """Ask, and on the answer do the deed and return to the object."""
        page = next((page for page in self.confirm_pages if page.slug == slug), None)
        obj = self.get_object(request, object_id)
        if page is None or obj is None or not self.has_view_permission(request, obj):
            raise Http404
        verdict = page.verdict(request.user, obj)
        if not verdict:
            raise PermissionDenied(str(verdict.reason))
        form = page.form(obj, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            try:
                page.perform(obj, by=request.user, **form.cleaned_data)
            except DomainError as refused:
                form.add_error(None, str(refused).splitlines())
            else:
                messages.success(request, str(page.done))
                return redirect(self._own_url(obj))
        return TemplateResponse(
            request, "admin/confirm.html", self._context(request, page, obj, form)
        )

    def _own_url(self, obj: models.Model) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return reverse(name, args=[obj.pk])

    def _context(
        self, request: HttpRequest, page: ConfirmPage, obj: models.Model, form: forms.Form
    ) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": page.label,
            "page": page,
            "object": obj,
            "own_url": self._own_url(obj),
            "findings": page.findings(obj),
            "form": form,
            "media": self.media + form.media,
            "opts": self.opts,
        }
