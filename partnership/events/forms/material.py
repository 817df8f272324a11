"""A material of an event, or a row like it: a file sent now, or a link."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.documents.checks.kinds import PICTURES, Kind
from partnership.documents.forms import UploadField
from partnership.documents.models import StoredFile
from partnership.events.models import Material


class MaterialForm(forms.ModelForm):
    """A row; `acting` is set by the admin class for each request. A link takes a file's place."""

    acting: User

    upload = UploadField(
        label=_("file"), kinds=frozenset(Kind) - PICTURES - {Kind.GEOJSON}, required=False
    )

    class Meta:
        model = Material
        fields: tuple[str, ...] = ()  # the admin class names them

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.file:
            self.fields["upload"].help_text = _("Now: %(name)s") % {"name": self.instance.file}

    def clean_upload(self) -> StoredFile | None:
        field: Any = self.fields["upload"]
        row: StoredFile | None = field.take(self.cleaned_data["upload"], by=self.acting, about=None)
        if row is not None:
            self.instance.file = row
        return row

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if cleaned.get("url") and not cleaned.get("upload"):
            self.instance.file = None
        if not cleaned.get("url") and self.instance.file is None and "upload" in cleaned:
            self.add_error("url", _("Choose a file or give a link, one of the two."))
        return cleaned
