"""Two people at one form: the second is shown what the first has saved, and loses nothing.

The form carries the version it was opened with. When that is no longer the present one, nothing
is saved: the page shows, field by field, what is stored now and what was typed, keeps what was
typed in the form, and takes the present version, so that saving again is a decision.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.refusals import RefusableForm, RefusalsOnForm
from partnership.core.errors import DomainError

CHANGED_MEANWHILE = "changed-meanwhile"
NOT_COMPARED = {"opened_version", "id", "DELETE", "order"}
STALE = _(
    "Somebody else has saved this since you opened it. Nothing of yours is stored yet and nothing "
    "of theirs is lost. Compare the two below and take over what should stay; when you save "
    "again, what stands in the form replaces theirs."
)


@dataclass(frozen=True)
class Clash:
    """One field of a refused form: what is stored now, and what was typed."""

    label: str
    theirs: str
    mine: str


class VersionedForm(RefusableForm):
    """Locks the object with the app's own action when it is about to be saved."""

    opened_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_stale = False
        if self.instance.pk:
            self.initial["opened_version"] = self.instance.version

    def lock(self, version: int) -> models.Model:
        """Lock and return the stored object, or refuse; subclasses call their app's action."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.instance.pk and self.refusal is None:
            self._lock()
        return cleaned

    @property
    def version_to_send(self) -> int | None:
        """The version the page carries on with: the present one once the two were compared."""
        if self.is_bound and not self.is_stale:
            return self.cleaned_data.get("opened_version")
        return self.initial.get("opened_version")

    def _lock(self) -> None:
        opened = self.cleaned_data.get("opened_version") or 0
        try:
            self.lock(min(opened, self.instance.version))
        except DomainError as refused:
            self.is_stale = refused.code == CHANGED_MEANWHILE
            self.add_error(None, STALE if self.is_stale else str(refused))


class VersionedAdmin(RefusalsOnForm):
    """Saves through the app's actions, which count the version up and judge the result."""

    form = VersionedForm
    change_form_before_template = "admin/opened_version.html"

    def settle(self, obj: models.Model) -> None:
        """Close an edit after object and rows were saved; subclasses call their app's action."""
        raise NotImplementedError

    def save_related(
        self, request: HttpRequest, form: Any, formsets: list[Any], change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if not change or any(each.has_changed() for each in (form, *formsets)):
            self.settle(form.instance)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form = context["adminform"].form
        if getattr(form, "is_stale", False):
            formsets = [shown.formset for shown in context["inline_admin_formsets"]]
            context["clashes"] = list(clashes(form, formsets))
        return super().render_change_form(request, context, *args, **kwargs)


def clashes(form: forms.BaseForm, formsets: list[Any]) -> Iterator[Clash]:
    """Yield every field in which the form and its rows differ from what is stored now."""
    yield from _of_form(form)
    for formset in formsets:
        kind = str(formset.model._meta.verbose_name)
        yield from _of_rows(kind, formset)


def _of_rows(kind: str, formset: Any) -> Iterator[Clash]:
    for number, form in enumerate(formset.initial_forms, start=1):
        name = f"{kind} {number}"
        if form.instance.pk is None:
            advice = gettext("still in your form: delete it there, too")
            yield Clash(name, gettext("deleted meanwhile"), advice)
        else:
            yield from _of_form(form, prefix=f"{name}: ")
    posted = {form.instance.pk for form in formset.initial_forms}
    for row in formset.get_queryset():
        if row.pk not in posted:
            yield Clash(kind, str(row), gettext("added meanwhile: it stays"))


def _of_form(form: forms.BaseForm, prefix: str = "") -> Iterator[Clash]:
    for name in form.changed_data:
        if name not in NOT_COMPARED:
            bound = form[name]
            yield Clash(f"{prefix}{bound.label}", _shown(bound, bound.initial), _typed(bound))


def _typed(bound: BoundField) -> str:
    return _shown(bound, bound.data)


def _shown(bound: BoundField, value: Any) -> str:
    """Return a stored or typed value as people read it: labels instead of keys."""
    labels = {str(key): str(label) for key, label in getattr(bound.field, "choices", ())}
    several = isinstance(value, list | tuple | models.QuerySet)
    keys = [getattr(item, "pk", item) for item in (value if several else [value])]
    return ", ".join(labels.get(str(key), str(key)) for key in keys if key not in (None, "")) or "–"
