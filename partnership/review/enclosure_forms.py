"""The forms for files of a submission: scans, and pictures with what has to be said of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.documents.forms import UploadField
from partnership.documents.models import StoredFile
from partnership.review.choices import (
    FEWEST_PICTURES,
    KINDS_OF_FILE,
    MOST_ENCLOSURES,
    EnclosureRole,
)
from partnership.review.models import Enclosure, Submission

DESCRIBING = ("caption", "alt_text", "photographer", "licence", "people")


class EnclosureForm(forms.Form):
    """A file of one role; who sends it owns it."""

    role: EnclosureRole
    hint: ClassVar[Any] = _(
        "PDF or a picture, at most 25 MB. A page that does not lie upright can be turned afterwards."
    )

    def __init__(
        self, *args: Any, role: EnclosureRole, acting: User, submission: Submission, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.role, self.acting, self.submission = role, acting, submission
        self.fields["upload"] = UploadField(
            label=_("File"), kinds=KINDS_OF_FILE[role], help_text=self.hint
        )
        self.order_fields(["upload"])

    @property
    def title(self) -> str:
        return str(self.role.label)

    def clean_upload(self) -> StoredFile | None:
        field: Any = self.fields["upload"]
        sent = self.cleaned_data["upload"]
        row: StoredFile | None = field.take(sent, by=self.acting, about=self.submission)
        return row


class PictureForm(EnclosureForm):
    """Without its rights a picture cannot be shown, so whoever has it is asked at once."""

    hint = _(
        "JPEG, PNG or WebP, at most 25 MB. The position it was taken at is removed. It can be turned "
        "afterwards."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in DESCRIBING:
            field: Any = Enclosure._meta.get_field(name)
            self.fields[name] = field.formfield(required=True)


class SignedForm(EnclosureForm):
    """A signature is worth something only together with the text it stands under."""

    code = forms.CharField(
        label=_("Code on the print"),
        max_length=40,
        help_text=_(
            "It stands beside the signature, twelve characters such as 4F2A-91C7-0B3E, and says "
            "which text was signed."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


FORMS: Final[dict[EnclosureRole, type[EnclosureForm]]] = {
    EnclosureRole.PICTURE: PictureForm,
    EnclosureRole.PERMISSION: EnclosureForm,
    EnclosureRole.SIGNED: SignedForm,
}


def form_for(role: EnclosureRole, *data: Any, **options: Any) -> EnclosureForm:
    """Return the form for a file of `role`, bound to `data` when there is some."""
    return FORMS[role](*data, role=role, **options)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many pictures are there, of how many a printed case has."""

    there: int
    least: int = FEWEST_PICTURES
    most: int = MOST_ENCLOSURES[EnclosureRole.PICTURE]


def tally_of(submission: Submission, rows: Iterable[Enclosure]) -> Tally | None:
    """Count the pictures among `rows`; None where a submission takes none."""
    if EnclosureRole.PICTURE not in submission.kind.enclosures:
        return None
    return Tally(sum(row.role == EnclosureRole.PICTURE for row in rows))
