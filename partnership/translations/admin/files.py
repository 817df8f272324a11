"""Files for translators outside: the way out and the way back in."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from partnership.core.errors import DomainError
from partnership.documents.checks.kinds import SHEETS, Kind
from partnership.documents.models import StoredFile
from partnership.translations import actions
from partnership.translations.forms import ReturnedForm
from partnership.translations.models import TranslatedObject


class FilesMixin(ModelAdmin):
    """Adds both ways below the object's own address."""

    def found(self, request: HttpRequest, object_id: str | int) -> TranslatedObject:
        raise NotImplementedError

    def _editor(self, request: HttpRequest) -> Any:
        raise NotImplementedError

    def get_urls(self) -> list[URLPattern]:
        wrap, name = self.admin_site.admin_view, "translations_translatedobject"
        return [
            path(
                "<int:object_id>/handout/",
                wrap(require_POST(self.handout_view)),
                name=f"{name}_handout",
            ),
            path("<int:object_id>/returned/", wrap(self.returned_view), name=f"{name}_returned"),
            *super().get_urls(),
        ]

    def handout_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Send a Word file of what is left to translate, or of everything."""
        translated, person = self.found(request, object_id), self._editor(request)
        try:
            handout, content = actions.hand_out(
                translated, by=person, everything=request.POST.get("all") == "1"
            )
        except DomainError as refused:
            messages.error(request, str(refused))
            return redirect(self._own(translated))
        response = HttpResponse(content, content_type=SHEETS[Kind.DOCX].media_type)
        name = f"translation-{translated.kind}-{translated.object_id}-{handout.key}.docx"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def returned_view(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Look at a file that came back and show everything about it; take it in when confirmed."""
        translated, person = self.found(request, object_id), self._editor(request)
        if "confirmed" in request.POST:
            return self._take(request, translated, person)
        form = ReturnedForm(request.POST or None, request.FILES or None, by=person)
        context: dict[str, Any] = {}
        if request.method == "POST" and form.is_valid():
            file = form.cleaned_data["file"]
            try:
                context = {"returned": actions.look_at(translated, file), "file": file}
            except DomainError as refused:
                form.add_error("file", str(refused))
        return self._shown(request, translated, {"form": form, **context})

    def _take(
        self, request: HttpRequest, translated: TranslatedObject, person: Any
    ) -> HttpResponse:
        visible = StoredFile.objects.visible_to(person)
        file = visible.filter(token=request.POST["confirmed"]).first()
        if file is None:
            messages.error(request, _("The file sent before is no longer there. Choose it again."))
            return redirect(self._returned(translated))
        try:
            found = actions.take_in(translated, file, by=person)
        except DomainError as refused:
            messages.error(request, str(refused))
            return redirect(self._returned(translated))
        told = ngettext(
            "%(count)s translation is taken in and waits for approval.",
            "%(count)s translations are taken in and wait for approval.",
            len(found.taken),
        )
        messages.success(request, told % {"count": len(found.taken)})
        return redirect(self._own(translated))

    def _shown(
        self, request: HttpRequest, translated: TranslatedObject, context: dict[str, Any]
    ) -> HttpResponse:
        frame = {
            **self.admin_site.each_context(request),
            "title": _("Take in a translator's file"),
            "opts": self.opts,
            "translated": translated,
        }
        return TemplateResponse(request, "admin/translations/returned.html", {**frame, **context})

    def _own(self, translated: TranslatedObject) -> str:
        return reverse("admin:translations_translatedobject_change", args=[translated.pk])

    def _returned(self, translated: TranslatedObject) -> str:
        return reverse("admin:translations_translatedobject_returned", args=[translated.pk])
