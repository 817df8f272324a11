"""The form by which a workbook is uploaded."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from monitoring.workbook.known import organisations_of
from partnership.accounts.models import User
from partnership.network.models import Organisation


class UploadForm(forms.Form):
    """A file, whether it may change drafts that differ, and for whom it is where that is open."""

    organisation: forms.ModelChoiceField = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("For which organisation?"), empty_label=None
    )
    file = forms.FileField(
        label=_("Workbook or CSV file"),
        max_length=200,
        help_text=_("XLSX or CSV, 20 MB at most. A CSV file has one row for each survey."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    replace = forms.BooleanField(
        label=_("Replace drafts that differ from the file"),
        required=False,
        help_text=_("Without it you read first in which fields they differ."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = organisations_of(user)
        self.fields["organisation"].queryset = found  # type: ignore[attr-defined]
        self._only = found[0] if len(found) == 1 else None
        if self._only:
            del self.fields["organisation"]

    @property
    def sender(self) -> Organisation:
        """For whom the file is sent."""
        chosen: Organisation = self._only or self.cleaned_data["organisation"]
        return chosen
