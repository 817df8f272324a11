"""What an organisation commits itself to, what it reports, and what shows it."""

from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.admin.versions import STALE
from partnership.documents.checks.kinds import PICTURES, Kind
from partnership.documents.forms import UploadField
from partnership.documents.models import StoredFile
from partnership.network.models import Commitment, CommitmentEvidence, CommitmentReport
from partnership.network.models.commitment import TARGET, TITLE, UNIT
from partnership.network.models.commitment_report import PERIOD, TEXT, TITLED

ROWS: Final = 4
KINDS_OF_EVIDENCE: Final = frozenset(Kind) - PICTURES - {Kind.GEOJSON}
TITLES: Final = ("title_zh_hans", "title_en")
UPLOAD_HINT: Final = _(
    "PDF, Word, Excel or CSV, at most 25 MB. It becomes public once the secretariat has accepted it."
)


class PlacesErrors(forms.ModelForm):
    """Puts the sentence of a model's rule beside the field it is about."""

    field_of: ClassVar[dict[str, str]] = {}

    def add_error(self, field: str | None, error: Any) -> None:
        by_field = getattr(error, "error_dict", None)
        if field is not None or by_field is None:
            super().add_error(field, error)
            return
        for each in by_field.pop(NON_FIELD_ERRORS, []):
            super().add_error(self.field_of.get(each.code), each)
        if by_field:
            super().add_error(None, error)


class CommitmentForm(PlacesErrors):
    """A proposal; it carries the version it was opened with."""

    field_of = {TITLE: "title_zh_hans", UNIT: "unit_zh_hans", TARGET: "target"}
    opened_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Commitment
        fields = (
            "kind",
            "title_zh_hans",
            "title_en",
            "description_zh_hans",
            "description_en",
            "indicator_zh_hans",
            "indicator_en",
            "unit_zh_hans",
            "unit_en",
            "baseline",
            "target",
            "direction",
            "due_on",
        )
        widgets = {
            "due_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "description_zh_hans": forms.Textarea(attrs={"rows": ROWS}),
            "description_en": forms.Textarea(attrs={"rows": ROWS}),
        }

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data.copy() if data is not None else None, **options)
        self.initial["opened_version"] = self.instance.version

    def typed(self) -> dict[str, Any]:
        """Return what the action takes."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    @property
    def opened(self) -> int:
        return self.cleaned_data["opened_version"] or 0

    def take_present_version(self, version: int) -> None:
        """Let a second sending replace what somebody else has saved meanwhile."""
        self.data["opened_version"] = version  # type: ignore[index]  # a copy of our own
        self.add_error(None, STALE)


class EvidenceForm(PlacesErrors):
    """A file, and what it is called in at least one language; who sends it owns it."""

    field_of = {TITLED: "title_zh_hans"}
    upload = UploadField(label=_("Document"), kinds=KINDS_OF_EVIDENCE, help_text=UPLOAD_HINT)
    field_order = ("upload", *TITLES)

    class Meta:
        model = CommitmentEvidence
        fields = TITLES

    def __init__(self, *args: Any, acting: User, commitment: Commitment, **options: Any) -> None:
        super().__init__(*args, **options)
        self.acting, self.commitment = acting, commitment

    def clean_upload(self) -> StoredFile | None:
        return taken(self)

    def titles(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in TITLES}


class ReportForm(PlacesErrors):
    """A period, its figure and what was done; a document may come along."""

    field_of = {PERIOD: "period_to", TEXT: "text_zh_hans"}
    upload = UploadField(
        label=_("Document as evidence"),
        kinds=KINDS_OF_EVIDENCE,
        required=False,
        help_text=UPLOAD_HINT,
    )
    title_zh_hans = forms.CharField(
        label=_("Title of the document in Chinese"), max_length=200, required=False
    )
    title_en = forms.CharField(
        label=_("Title of the document in English"), max_length=200, required=False
    )

    class Meta:
        model = CommitmentReport
        fields = ("period_from", "period_to", "value", "text_zh_hans", "text_en")
        widgets = {
            "period_from": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "period_to": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "text_zh_hans": forms.Textarea(attrs={"rows": ROWS}),
            "text_en": forms.Textarea(attrs={"rows": ROWS}),
        }

    def __init__(self, *args: Any, acting: User, commitment: Commitment, **options: Any) -> None:
        super().__init__(*args, **options)
        self.acting, self.commitment = acting, commitment
        figures = {"unit": commitment.unit, "target": f"{commitment.target.normalize():,f}"}
        self.fields["value"].help_text = _("In %(unit)s; the target is %(target)s.") % figures

    def clean_upload(self) -> StoredFile | None:
        return taken(self)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if cleaned.get("upload") and not any(cleaned.get(name) for name in TITLES):
            self.add_error("title_zh_hans", _("Say what the document is, so that others find it."))
        return cleaned

    def typed(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def titles(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in TITLES}


class WithdrawalForm(forms.Form):
    """Why a document is handed out no longer, in the language of the page."""

    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": ROWS})
    )

    def typed(self) -> dict[str, str]:
        is_chinese = languages.current() == languages.CHINESE
        return {"reason_zh" if is_chinese else "reason_en": self.cleaned_data["reason"]}


def taken(form: Any) -> StoredFile | None:
    """Return the row of the file that was sent, or that came before."""
    field: UploadField = form.fields["upload"]
    return field.take(form.cleaned_data["upload"], by=form.acting, about=form.commitment)
