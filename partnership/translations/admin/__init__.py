"""Translations in the secretariat's admin: the matrix, and the page of one object."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from partnership.accounts.requests import signed_in
from partnership.core.admin import ReadOnlyAdmin
from partnership.core.errors import DomainError
from partnership.translations import actions, policies
from partnership.translations.admin import editor, matrix
from partnership.translations.admin.assigning import AssigningMixin
from partnership.translations.admin.deeds import DEEDS
from partnership.translations.admin.editor import Refused
from partnership.translations.admin.files import FilesMixin
from partnership.translations.choices import READERS, STALE_DAYS
from partnership.translations.forms import AssignForm
from partnership.translations.models import TranslatedObject, TranslationUnit

PAGE = "admin:translations_translatedobject_change"


@admin.register(TranslatedObject)
class TranslatedObjectAdmin(AssigningMixin, FilesMixin, ReadOnlyAdmin):
    """Both pages are our own; the theme gives the frame."""

    view_roles = READERS
    icon = "translate"
    is_on_desk = True

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        name = "translations_translatedobject"
        return [
            path(
                "<int:object_id>/approve/",
                wrap(require_POST(self.approve_view)),
                name=f"{name}_approve",
            ),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the matrix; `extra_context` may carry a refused assignment."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        person = signed_in(request)
        may_edit = bool(policies.may_translate(person))
        context = {
            **self.admin_site.each_context(request),
            **matrix.context_of(matrix.Asked(person, request.GET)),
            "title": _("Translations"),
            "opts": self.opts,
            "may_edit": may_edit,
            "form": AssignForm() if may_edit else None,
            "chosen": set(),
            "stale_days": STALE_DAYS,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/translations/matrix.html", context)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the texts of one object; a posted form is one text of it."""
        translated = self.found(request, object_id)
        refused = None
        if request.method == "POST":
            person = self._editor(request)
            unit = self._unit(translated, request.POST.get("unit", ""))
            deed, done = DEEDS.get(request.POST.get("deed", ""), DEEDS["save"])
            try:
                deed(unit, request.POST, person)
            except DomainError as error:
                refused = Refused(unit.pk, request.POST, error)
            else:
                messages.success(request, f"{unit.label}: {done}")
                return redirect(self._back(request, translated))
        return self._page(request, translated, refused)

    def approve_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Approve the chosen texts as they stood on the page."""
        translated, person = self.found(request, object_id), self._editor(request)
        keys = [key for key in request.POST.getlist("chosen") if key.isdecimal()]
        units = translated.units.select_related("translated", "content_type").filter(pk__in=keys)
        approvals = [
            actions.Approval(each.unit, each.text, request.POST.get(f"token-{each.unit.pk}", ""))
            for each in actions.approvals_of(units.order_by("pk"))
        ]
        try:
            signed = actions.approve(translated, approvals, by=person)
        except DomainError as refused:
            messages.error(request, str(refused))
        else:
            told = ngettext(
                "%(count)s text is approved.", "%(count)s texts are approved.", len(signed)
            )
            messages.success(request, told % {"count": len(signed)})
        return redirect(self._back(request, translated))

    def found(self, request: HttpRequest, object_id: str | int) -> TranslatedObject:
        """Return the object somebody may look at; anything else is not there."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        visible = TranslatedObject.objects.visible_to(signed_in(request))
        key = int(object_id) if str(object_id).isdecimal() else 0
        translated = visible.filter(pk=key).first()
        if translated is None:
            raise Http404
        return translated

    def _editor(self, request: HttpRequest) -> Any:
        person = signed_in(request)
        if not policies.may_translate(person):
            raise PermissionDenied
        return person

    def _unit(self, translated: TranslatedObject, key: str) -> TranslationUnit:
        units = translated.units.select_related("translated", "content_type")
        unit = units.filter(pk=int(key) if key.isdecimal() else 0).first()
        if unit is None:
            raise Http404
        return unit

    def _back(self, request: HttpRequest, translated: TranslatedObject) -> str:
        query = "?all=1" if request.GET.get("all") == "1" else ""
        return f"{reverse(PAGE, args=[translated.pk])}{query}"

    def _page(
        self,
        request: HttpRequest,
        translated: TranslatedObject,
        refused: Refused | None,
        **more: Any,
    ) -> HttpResponse:
        everything = request.GET.get("all") == "1"
        may_edit = bool(policies.may_translate(signed_in(request)))
        context = {
            **self.admin_site.each_context(request),
            **editor.context_of(translated, everything=everything, refused=refused),
            "title": _("Translation: %(object)s") % {"object": translated},
            "opts": self.opts,
            "may_edit": may_edit,
            "form": AssignForm() if may_edit else None,
            "chosen": set(),
            **more,
        }
        return TemplateResponse(request, "admin/translations/editor.html", context)
