"""A list's way out into a spreadsheet and back in.

Import has two steps. The first looks at the file and writes nothing; it shows every fault with
its row, or what would change. The second takes the table the first one looked at, which comes
back signed with the page, so that what was shown is what is done.
"""

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from partnership.core import audit
from partnership.core.admin.theme import FileWidget
from partnership.core.admin.trail import actor
from partnership.core.choices import Verb
from partnership.core.errors import DomainError
from partnership.core.sheets import door, files
from partnership.core.sheets.resource import SheetResource
from partnership.core.spreadsheets import csv_lines

MOST_EXPORTED = 2_000  # objects in one file; a longer list is narrowed first
SHOWN_FOR = 60 * 60  # seconds between looking and confirming
EMPTY = "empty"  # asks for the headings alone


class FileForm(forms.Form):
    """Which file to look at."""

    file = forms.FileField(
        label=gettext_lazy("Table"),
        help_text=gettext_lazy("XLSX or CSV UTF-8; at most 200 rows and 2 MiB."),
        widget=FileWidget(attrs={"accept": ".xlsx,.csv"}),
    )


class SheetsMixin(ModelAdmin):
    """Adds export and import to a list; `sheet` says what stands in the table."""

    sheet: ClassVar[type[SheetResource]]
    list_before_template = "admin/sheets/ways.html"
    import_advice: ClassVar[Any] = gettext_lazy(
        "An import makes drafts and changes drafts. It publishes nothing, and what is public stays "
        "as it is."
    )

    imported: ClassVar[Any] = gettext_lazy(
        "Imported as drafts: %(created)s new, %(changed)s changed, %(unchanged)s as before."
    )

    def may_import(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request)

    def exported(self, request: HttpRequest) -> Any:
        """Return what the list shows under its filters, all pages of it."""
        return self.get_changelist_instance(request).get_queryset(request)

    def get_urls(self) -> list[URLPattern]:
        wrap, info = self.admin_site.admin_view, f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path("import/", wrap(self.import_view), name=f"{info}_import"),
            path("export/", wrap(require_POST(self.export_view)), name=f"{info}_export"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        ways = {"may_import": self.may_import(request), "sheet_urls": self._urls()}
        return super().changelist_view(request, {**ways, **(extra_context or {})})

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """Send the table of the list, or an empty one to fill in; the export is recorded."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        ending = files.CSV if request.POST.get("format") == files.CSV else files.XLSX
        resource = self.sheet()
        objects = [] if EMPTY in request.POST else list(self.exported(request)[: MOST_EXPORTED + 1])
        if len(objects) > MOST_EXPORTED:
            too_long = _("The list has more than %(most)s rows. Narrow it by the filters first.")
            messages.error(request, too_long % {"most": MOST_EXPORTED})
            return redirect(f"{self._urls()['list']}?{request.GET.urlencode()}")
        if objects:
            audit.record(Verb.EXPORTED, by=actor(request), note=self._what(request, len(objects)))
        return self._file(resource, objects, ending)

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Ask for a file, look at it, and on confirmation take it in."""
        if not self.may_import(request):
            raise PermissionDenied
        if "looked_at" in request.POST:
            return self._take(request)
        form = FileForm(request.POST or None, request.FILES or None)
        context: dict[str, Any] = {"form": form}
        if request.method == "POST" and form.is_valid():
            try:
                context |= self._look(request, form.cleaned_data["file"])
            except DomainError as unread:
                form.add_error("file", str(unread))
        return self._page(request, context)

    def _look(self, request: HttpRequest, file: Any) -> dict[str, Any]:
        sheet = files.read(door.content_of(file, by=request.user))
        report = self.sheet().take(sheet, by=request.user, file=file.name, is_dry_run=True)
        content = {"name": file.name, "headings": sheet.headings, "rows": sheet.rows}
        signed = signing.dumps(content, salt=self._salt(request), compress=True)
        return {"report": report, "file_name": file.name, "looked_at": signed}

    def _take(self, request: HttpRequest) -> HttpResponse:
        try:
            content = signing.loads(
                request.POST["looked_at"], salt=self._salt(request), max_age=SHOWN_FOR
            )
        except signing.BadSignature:
            messages.error(
                request, _("It is too long ago that this file was looked at. Choose it again.")
            )
            return redirect(self._urls()["import"])
        rows = [(line, cells) for line, cells in content["rows"]]
        sheet = files.Sheet(content["headings"], rows)
        report = self.sheet().take(sheet, by=request.user, file=content["name"], is_dry_run=False)
        if report.faults:  # somebody has saved one of the objects in between
            context = {"form": FileForm(), "report": report, "file_name": content["name"]}
            return self._page(request, context)
        done = {name: getattr(report, name) for name in ("created", "changed", "unchanged")}
        messages.success(request, str(self.imported) % done)
        return redirect(self._urls()["list"])

    def _page(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        frame = {
            **self.admin_site.each_context(request),
            "title": _("Import"),
            "opts": self.opts,
            "sheet_urls": self._urls(),
            "advice": self.import_advice,
            "columns": self.sheet().explained(),
        }
        return TemplateResponse(request, "admin/sheets/import.html", {**frame, **context})

    def _file(self, resource: SheetResource, objects: list[Any], ending: str) -> HttpResponse:
        lines = resource.lines_of(objects)
        if ending == files.CSV:
            content: bytes = "".join(csv_lines(lines)).encode()
        else:
            explained = [[_("Column"), _("What to write")], *resource.explained()]
            content = files.xlsx({_("Table"): lines, _("Explanation"): explained})
        response = HttpResponse(content, content_type=files.CONTENT_TYPES[ending])
        name = f"{self.opts.model_name}-{timezone.localdate():%Y-%m-%d}.{ending}"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def _what(self, request: HttpRequest, count: int) -> str:
        kind, query = str(self.opts.verbose_name_plural), request.GET.urlencode() or "–"
        return _("%(kind)s: %(count)s; filter: %(filter)s") % {
            "kind": kind,
            "count": count,
            "filter": query,
        }

    def _urls(self) -> dict[str, str]:
        info = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        names = {"list": "changelist", "import": "import", "export": "export"}
        return {key: reverse(f"{info}_{name}") for key, name in names.items()}

    def _salt(self, request: HttpRequest) -> str:
        return f"import {self.opts.label_lower} by {request.user.pk}"
