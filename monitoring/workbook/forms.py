"""The form by which a workbook is uploaded."""

from django import forms
from django.utils.translation import gettext_lazy as _


class UploadForm(forms.Form):
    """A file, and whether it may change drafts that differ."""

    file = forms.FileField(
        label=_("Workbook or CSV file"),
        max_length=200,
        help_text=_("XLSX or CSV, 10 MB at most. A CSV file has one row for each survey."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    replace = forms.BooleanField(
        label=_("Replace drafts that differ from the file"),
        required=False,
        help_text=_("Without it you read first in which fields they differ."),
    )
