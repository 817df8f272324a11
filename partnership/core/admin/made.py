"""New objects that come from an action, which checks, records and tells."""

from typing import Any, ClassVar

from django import forms
from django.contrib.admin import ModelAdmin
from django.db import models
from django.http import HttpRequest


class MadeByActionMixin(ModelAdmin):
    """Adds through an action; what is there already is edited as its form says.

    `new_form`, where it is set, asks for what the action has to know.
    """

    new_form: ClassVar[type[forms.ModelForm] | None] = None

    def make(self, request: HttpRequest, typed: dict[str, Any]) -> models.Model:
        """Return the object the action has made of what was `typed` into the form."""
        raise NotImplementedError

    def get_form(
        self,
        request: HttpRequest,
        obj: models.Model | None = None,
        change: bool = False,
        **kwargs: Any,
    ) -> type[forms.ModelForm]:
        if obj is None and self.new_form:
            kwargs["form"] = self.new_form
        return super().get_form(request, obj, change=change, **kwargs)

    def save_model(
        self, request: HttpRequest, obj: models.Model, form: forms.ModelForm, change: bool
    ) -> None:
        if change:
            super().save_model(request, obj, form, change)
        else:
            obj.__dict__.update(self.make(request, dict(form.cleaned_data)).__dict__)

    def log_addition(self, request: HttpRequest, obj: models.Model, message: object) -> None:  # type: ignore[override]
        """Leave it to the action, which has recorded it."""
