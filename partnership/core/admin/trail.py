"""The admin writes to, and reads from, the one audit trail; Django's own log stays empty."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models
from django.forms import BaseModelFormSet, ModelForm
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.history import entries_about

EVENTS_PER_PAGE = 50


class AuditTrailMixin(ModelAdmin):
    """Collects what a form and its rows change and records it once, when the admin logs."""

    def save_model(
        self, request: HttpRequest, obj: models.Model, form: ModelForm, change: bool
    ) -> None:
        before = audit.snapshot(stored(obj)) if change else {}
        many = {name: _labels(form.initial.get(name)) for name in _many_fields(obj, form)}
        super().save_model(request, obj, form, change)
        changes = audit.difference(before, audit.snapshot(obj)) if change else {}
        for kept_by_the_row_itself in _clocks(obj):
            changes.pop(kept_by_the_row_itself, None)
        for name, labels in many.items():
            changes[name] = [labels, _labels(form.cleaned_data[name])]
        _collected(request).update(changes)

    def save_formset(
        self, request: HttpRequest, form: ModelForm, formset: BaseModelFormSet, change: bool
    ) -> None:
        before = {
            row.instance.pk: audit.snapshot(stored(row.instance))
            for row in formset.initial_forms
            if row.has_changed() and row.instance.pk
        }
        super().save_formset(request, form, formset, change)
        _collected(request).update(_row_changes(formset, before))

    def log_addition(self, request: HttpRequest, obj: models.Model, message: object) -> None:  # type: ignore[override]
        audit.record(Verb.CREATED, obj, by=actor(request), changes=_collected(request))

    def log_change(self, request: HttpRequest, obj: models.Model, message: object) -> None:  # type: ignore[override]
        changes = _collected(request)
        if changes:
            audit.record(Verb.CHANGED, obj, by=actor(request), changes=changes)

    def log_deletions(self, request: HttpRequest, queryset: models.QuerySet) -> None:  # type: ignore[override]
        for obj in queryset:
            changes = audit.difference(audit.snapshot(obj), {})
            audit.record(Verb.DELETED, obj, by=actor(request), changes=changes)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        if not self.has_view_or_change_permission(request, obj):
            raise PermissionDenied
        page = Paginator(entries_about(obj), EVENTS_PER_PAGE).get_page(request.GET.get("p"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(object)s") % {"object": obj},
            "page": page,
            "object": obj,
            "opts": self.opts,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/object_history.html", context)


def actor(request: HttpRequest) -> models.Model:
    """Return the signed-in person; the admin lets nobody else in."""
    if not isinstance(request.user, models.Model):
        raise PermissionDenied
    return request.user


def stored(obj: models.Model) -> models.Model:
    """Return the row as the database holds it now."""
    return type(obj)._base_manager.get(pk=obj.pk)


def _collected(request: HttpRequest) -> audit.Changes:
    changes: audit.Changes = request.__dict__.setdefault("audit_changes", {})
    return changes


def _clocks(obj: models.Model) -> list[str]:
    """Return the fields that note every saving: alone, they are no change."""
    return [field.name for field in obj._meta.concrete_fields if getattr(field, "auto_now", False)]


def _many_fields(obj: models.Model, form: ModelForm) -> list[str]:
    names = {field.name for field in obj._meta.many_to_many}
    return [name for name in form.changed_data if name in names]


def _labels(values: Any) -> list[str]:
    return [str(value) for value in values or []]


def _row_changes(formset: BaseModelFormSet, before: dict[Any, audit.Snapshot]) -> audit.Changes:
    name = formset.get_queryset().model._meta.model_name
    changes: audit.Changes = {}
    for row in formset.new_objects:
        changes[f"{name} {row.pk}"] = [None, str(row)]
    for row in formset.deleted_objects:
        changes[f"{name} {row.pk}"] = [str(row), None]
    for row, _fields in formset.changed_objects:
        after = audit.snapshot(row)
        difference = audit.difference(before.get(row.pk, {}), after)
        for field, values in audit.masked(row._meta.label_lower, difference).items():
            changes[f"{name} {row.pk}: {field}"] = values
    return changes
