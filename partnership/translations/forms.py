"""The way in for assignments and for files that come back."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.admin.theme import ChoiceWidget
from partnership.documents.checks.kinds import Kind
from partnership.documents.forms import UploadField
from partnership.documents.models import StoredFile
from partnership.translations.choices import EDITORS

USUAL_DAYS = 7


def translators() -> Any:
    """Everybody who may translate here."""
    people = User.objects.none()
    for role in EDITORS:
        people = people | User.objects.holding(role)
    return people.order_by("name", "pk")


class AssignForm(forms.Form):
    """Who translates the chosen objects until when."""

    person = forms.ModelChoiceField(
        queryset=User.objects.none(), label=_("Translator"), widget=ChoiceWidget()
    )
    due_on = forms.DateField(
        label=_("Due"),
        initial=lambda: timezone.localdate() + timedelta(days=USUAL_DAYS),
        widget=forms.DateInput(
            attrs={"type": "date", "class": "desk-date-input"}, format="%Y-%m-%d"
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = translators()  # type: ignore[attr-defined]


class ReturnedForm(forms.Form):
    """A Word file that came back; it enters as every file does."""

    file = UploadField(
        kinds={Kind.DOCX},
        label=_("Word file (DOCX)"),
        help_text=_("The file that was made here, with the translation in its right column."),
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_file(self) -> StoredFile | None:
        field = self.fields["file"]
        taken: StoredFile | None = field.take(self.cleaned_data["file"], by=self.by, about=None)  # type: ignore[attr-defined]
        if taken is not None and not taken.is_available:
            raise forms.ValidationError(
                _("The file waits for its check. Send the form again in a minute.")
            )
        return taken
