"""The way in for files and for the rights of pictures."""

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.errors import DomainError
from partnership.documents import actions
from partnership.documents.checks.kinds import MB, SHEETS, Kind
from partnership.documents.checks.refusal import Cause
from partnership.documents.choices import State
from partnership.documents.models import StoredFile
from partnership.documents.reasons import sentence

KEPT = "-kept"
STILL_CHECKED = _("“%(name)s” is here and waits for its check; it appears when that is over.")
GONE = _("The file sent before is no longer there. Choose it again.")


class UploadWidget(forms.FileInput):
    """Remembers a file that has arrived while the rest of its form is not in order yet.

    Tells the page from how many bytes on a file is refused, so that none travels in vain (site.js).
    """

    template_name = "admin/documents/upload_widget.html"
    kept: StoredFile | None = None
    largest = 0

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """Return the file that was chosen now, else the random name of the one that is here."""
        return super().value_from_datadict(data, files, name) or data.get(f"{name}{KEPT}")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        limit = {
            "data-largest": self.largest,
            "data-too-large": sentence(Cause.TOO_LARGE, {"most": self.largest // MB}),
        }
        context = super().get_context(name, None, {**(attrs or {}), **limit})
        context["widget"] |= {"kept": self.kept, "kept_name": f"{name}{KEPT}"}
        return context


class UploadField(forms.FileField):
    """Takes a file through the portal's one upload function, or one that came before.

    Its value is a StoredFile. Forms call `take` from their own `clean_...`, since only they know
    who sends it and what it is about: None where it belongs to no organisation's affairs.
    """

    widget = UploadWidget

    def __init__(self, *, kinds: Collection[Kind] = frozenset(Kind), **options: Any) -> None:
        super().__init__(**options)
        self.kinds = frozenset(kinds)
        self.widget.largest = max(SHEETS[kind].largest for kind in self.kinds)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Leave emptiness to us: an empty file has a sentence of its own."""
        if not data and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return data

    def take(self, data: Any, *, by: User, about: models.Model | None) -> StoredFile | None:
        """Return the row of the file; raise the sentence that says why it is refused."""
        if not data:
            return None
        is_new = isinstance(data, UploadedFile)
        row = self._uploaded(data, by, about) if is_new else self._kept(data, by)
        if row.state == State.REFUSED:
            raise ValidationError(row.explanation, code=row.reason)
        self.widget.kept = row
        return row

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data)

    def _uploaded(self, data: UploadedFile, by: User, about: models.Model | None) -> StoredFile:
        try:
            return actions.upload(data, by=by, kinds=self.kinds, about=about)
        except DomainError as refused:
            raise ValidationError(str(refused), code=refused.code) from refused

    def _kept(self, token: object, by: User) -> StoredFile:
        """A file that came before, by this door: another one may take what this one does not."""
        row = StoredFile.objects.filter(token=str(token), owner=by).first()
        if row is None or not self.kinds.issuperset([row.kind] if row.kind else row.kinds or Kind):
            raise ValidationError(GONE, code="gone")
        return row
