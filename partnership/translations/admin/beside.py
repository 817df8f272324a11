"""In the form of an object: beside each translated field what has to be done about it."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin import ModelAdmin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from partnership.core import languages
from partnership.core.admin.status import Fact, Status
from partnership.translations import actions, checks, declared
from partnership.translations.admin.editor import Entry
from partnership.translations.models import TranslatedObject, TranslationUnit
from partnership.translations.states import Pair


class BesideFieldsMixin(ModelAdmin):
    """Adds states, changes of the source and findings to a form, and the way to the translation.

    Stands before StatusMixin in the bases of an admin class.
    """

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj = kwargs.get("obj")
        if obj is not None:
            write_beside(context, obj)
        return super().render_change_form(request, context, *args, **kwargs)

    def status(self, request: HttpRequest, obj: Any) -> Status:
        """Say above the form how the translation stands."""
        status: Status = super().status(request, obj)  # type: ignore[misc]
        translated = line_of(obj)
        if translated is None:
            return status
        url = reverse("admin:translations_translatedobject_change", args=[translated.pk])
        words = _("%(open)s open, %(stale)s out of date") % {
            "open": translated.open,
            "stale": translated.stale,
        }
        link = format_html('<a href="{}">{}</a>', url, words)
        status.facts.append(Fact(_("translation"), link))
        if not translated.is_public:
            names = actions.unapproved(translated.kind, obj.pk, translated.language)
            status.obstacles.extend(
                _("Translation not approved: %(name)s") % {"name": n} for n in names
            )
        return status


def line_of(obj: models.Model) -> TranslatedObject | None:
    kind, _part = declared.of_model(type(obj))
    return TranslatedObject.objects.filter(kind=kind.kind, object_id=obj.pk).first()


def write_beside(context: dict[str, Any], obj: models.Model) -> None:
    """Write below the fields of a form and its rows what is known of their translations, and below
    those of the source where its signs and blanks are not as the language sets them."""
    translated = line_of(obj)
    if translated is None:
        return
    units = TranslationUnit.objects.filter(translated=translated)
    known = {
        (unit.part.label, unit.object_id, unit.column): unit
        for unit in units.worth_showing().select_related("translated", "content_type")
    }
    for form in _forms(context):
        for name, field in form.fields.items():
            unit = known.get((form.instance._meta.label_lower, form.instance.pk, name))
            if unit is not None:
                hint = {"entry": _entry(unit, form.instance), "hint": field.help_text}
                field.help_text = render_to_string("admin/translations/beside.html", hint)
        for name in _sources(form.instance, translated).intersection(form.fields):
            _write_findings(form.fields[name], getattr(form.instance, name) or "", translated)


def _sources(instance: models.Model, translated: TranslatedObject) -> set[str]:
    """Return the columns that hold sources of translations."""
    if type(instance) not in declared.registry.models:
        return set()
    _kind, part = declared.of_model(type(instance))
    return {languages.column(name, translated.source_language) for name in part.fields}


def _write_findings(field: Any, text: str, translated: TranslatedObject) -> None:
    findings = checks.findings_of_source(text, translated.language)
    if findings:
        hint = {"findings": findings, "hint": field.help_text}
        field.help_text = render_to_string("admin/translations/beside_source.html", hint)


def _forms(context: dict[str, Any]) -> Iterator[Any]:
    yield context["adminform"].form
    for shown in context["inline_admin_formsets"]:
        yield from shown.formset.initial_forms


def _entry(unit: TranslationUnit, instance: models.Model) -> Entry:
    texts = (getattr(instance, column) or "" for column in (unit.source_column, unit.column))
    return Entry(unit, Pair(*texts))
