"""Files that come with nominations: the signed letter, a table of people."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.documents.checks.kinds import PICTURES, Kind
from partnership.documents.forms import UploadField
from partnership.documents.models import StoredFile
from partnership.nominations.models import NominationQuota

SCANS: Final = PICTURES | {Kind.PDF}


def scan_field() -> UploadField:
    """Return the field for the signed letter."""
    return UploadField(
        label=_("Signed letter (scan)"),
        kinds=SCANS,
        help_text=_("Signed and sealed by your organisation. PDF or a picture, at most 25 MB."),
    )


class LetterForm(forms.Form):
    """The signed letter with which a list is handed in."""

    letter = scan_field()

    def __init__(self, *args: Any, acting: User, quota: NominationQuota, **options: Any) -> None:
        super().__init__(*args, **options)
        self.acting, self.quota = acting, quota

    def clean_letter(self) -> StoredFile | None:
        field: Any = self.fields["letter"]
        sent = self.cleaned_data["letter"]
        row: StoredFile | None = field.take(sent, by=self.acting, about=self.quota)
        return row


class SheetForm(forms.Form):
    """A table of people."""

    file = forms.FileField(
        label=_("Table"), help_text=_("XLSX, or CSV saved as UTF-8; at most 200 rows.")
    )
