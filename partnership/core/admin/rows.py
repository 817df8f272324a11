"""Rows of an object in the order people chose."""

from typing import Any

from django import forms

from partnership.core.admin.theme import RowFormSet


class OrderedRows(RowFormSet):
    """Numbers the rows 0, 1, 2 … in the order of the numbers typed; without one, a row is last.

    Nobody has to find a free number: of equal ones the upper row comes first.
    """

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        if "order" in form.fields:
            form.fields["order"].required = False
            if index is None or index >= self.initial_form_count():
                form.initial["order"] = None

    def clean(self) -> None:
        for number, form in enumerate(sorted(self._staying(), key=_typed_number)):
            form.cleaned_data["order"] = form.instance.order = number
        super().clean()

    def save(self, commit: bool = True) -> list[Any]:
        saved = super().save(commit)
        for form in self._staying():
            if commit and not form.has_changed():
                row = self.model._base_manager.filter(pk=form.instance.pk)
                row.exclude(order=form.instance.order).update(order=form.instance.order)
        return saved

    def _staying(self) -> list[forms.ModelForm]:
        """Return the forms whose rows will exist afterwards, as far as they are valid."""
        return [
            form
            for form in self.forms
            if form not in self.deleted_forms
            and getattr(form, "cleaned_data", None) is not None
            and (form.instance.pk or form.has_changed())
        ]


def _typed_number(form: forms.ModelForm) -> float:
    number = form.cleaned_data.get("order")
    return float("inf") if number is None else number
