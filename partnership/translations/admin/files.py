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
from partnership.translations.admin.assigning import LIST, chosen_in
from partnership.translations.choices import State
from partnership.translations.errors import NothingChosen
from partnership.translations.forms import ReturnedForm
from partnership.translations.models import Handout, TranslatedObject


class FilesMixin(ModelAdmin):
    """Adds both ways: below an object's own address, and for several objects at once."""

    def found(self, request: HttpRequest, object_id: str | int) -> TranslatedObject:
        raise NotImplementedError

    def _editor(self, request: HttpRequest) -> Any:
        raise NotImplementedError

    def get_urls(self) -> list[URLPattern]:
        wrap, name = self.admin_site.admin_view, "translations_translatedobject"
        return [
            path("handouts/", wrap(self.handouts_view), name=f"{name}_handouts"),
            path("returned/", wrap(self.returned_view), name=f"{name}_all_returned"),
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
        everything = request.POST.get("all") == "1"
        try:
            return _sent(*actions.hand_out([translated], by=person, everything=everything))
        except DomainError as refused:
            messages.error(request, str(refused))
            return redirect(_page_of(translated))

    def handouts_view(self, request: HttpRequest) -> HttpResponse:
        """Send one Word file of what is left to translate in the chosen objects."""
        if request.method != "POST":
            return redirect(f"{reverse(LIST)}?{request.GET.urlencode()}")
        person, chosen = self._editor(request), chosen_in(request)
        things = TranslatedObject.objects.visible_to(person).filter(pk__in=chosen)
        try:
            if not chosen:
                raise NothingChosen
            return _sent(*actions.hand_out(things.most_urgent_first(), by=person))
        except DomainError as refused:
            messages.error(request, str(refused))
            return self.changelist_view(request, {"chosen": chosen})

    def returned_view(self, request: HttpRequest, object_id: int | None = None) -> HttpResponse:
        """Look at a file that came back and show everything about it; take it in when confirmed."""
        person = self._editor(request)
        translated = None if object_id is None else self.found(request, object_id)
        if "confirmed" in request.POST:
            return self._take(request, translated, person)
        form = ReturnedForm(request.POST or None, request.FILES or None, by=person)
        context: dict[str, Any] = {}
        if request.method == "POST" and form.is_valid():
            file = form.cleaned_data["file"]
            try:
                found = actions.look_at(file, translated)
            except DomainError as refused:
                form.add_error("file", str(refused))
            else:
                taken = sum(len(each.taken) for each in found)
                context = {"returned": found, "taken": taken, "file": file}
        return self._shown(request, translated, {"form": form, **context})

    def _take(
        self, request: HttpRequest, translated: TranslatedObject | None, person: Any
    ) -> HttpResponse:
        visible = StoredFile.objects.visible_to(person)
        file = visible.filter(token=request.POST["confirmed"]).first()
        if file is None:
            messages.error(request, _("The file sent before is no longer there. Choose it again."))
            return redirect(request.path)
        try:
            found = actions.take_in(file, translated, by=person)
        except DomainError as refused:
            messages.error(request, str(refused))
            return redirect(request.path)
        taken = sum(len(each.taken) for each in found)
        told = ngettext(
            "%(count)s translation is taken in and waits for approval.",
            "%(count)s translations are taken in and wait for approval.",
            taken,
        )
        messages.success(request, told % {"count": taken})
        return redirect(_page_of(translated))

    def _shown(
        self, request: HttpRequest, translated: TranslatedObject | None, context: dict[str, Any]
    ) -> HttpResponse:
        frame = {
            **self.admin_site.each_context(request),
            "title": _("Take in a translator's file"),
            "opts": self.opts,
            "translated": translated,
            "back_url": _page_of(translated),
        }
        return TemplateResponse(request, "admin/translations/returned.html", {**frame, **context})


def _page_of(translated: TranslatedObject | None) -> str:
    """Return the page of an object; of several, what waits for approval."""
    if translated is None:
        return f"{reverse(LIST)}?state={State.IN_REVIEW}"
    return reverse("admin:translations_translatedobject_change", args=[translated.pk])


def _sent(handouts: list[Handout], content: bytes) -> HttpResponse:
    first, *others = handouts
    thing = f"{first.translated.kind}-{first.translated.object_id}"
    name = f"translations-{len(handouts)}" if others else f"translation-{thing}"
    response = HttpResponse(content, content_type=SHEETS[Kind.DOCX].media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-{first.key}.docx"'
    return response
