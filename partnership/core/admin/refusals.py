"""What an action refuses while a form is saved is said on that form; nothing typed is lost."""

from typing import Any, ClassVar

from django import forms
from django.contrib.admin import ModelAdmin
from django.db import models
from django.http import HttpRequest, HttpResponse

from partnership.core.errors import DomainError


class RefusableForm(forms.ModelForm):
    """Carries who acts, and the refusal to show; the admin class sets both for each request."""

    acting: ClassVar[Any] = None
    refusal: ClassVar[DomainError | None] = None

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.refusal is not None:
            self.add_error(None, str(self.refusal).splitlines())
        return cleaned

    def _post_clean(self) -> None:
        """Ask the constraints about fields outside the form, too: a public text needs a body."""
        super()._post_clean()  # type: ignore[misc]
        if not self.errors:
            try:
                self.instance.validate_constraints()
            except forms.ValidationError as broken:
                self.add_error(None, broken.messages)


class RefusalsOnForm(ModelAdmin):
    """Rolls back what was saved when an action refuses, and shows the form again."""

    form = RefusableForm

    def get_form(
        self,
        request: HttpRequest,
        obj: models.Model | None = None,
        change: bool = False,
        **kwargs: Any,
    ) -> type[forms.ModelForm]:
        form: Any = super().get_form(request, obj, change=change, **kwargs)
        form.acting, form.refusal = request.user, getattr(request, "refusal", None)
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Save in one transaction; a refusal ends it and stands on the form of a second pass."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except DomainError as refused:
            request.refusal = refused  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)
