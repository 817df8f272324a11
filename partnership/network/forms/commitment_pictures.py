"""A picture that shows what was done, with what has to be said of it before anybody sees it."""

from typing import Any, Final

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnership.core import languages
from partnership.documents.checks.kinds import PICTURES
from partnership.documents.forms import UploadField
from partnership.documents.models import Picture
from partnership.network.forms.commitments import EvidenceForm
from partnership.network.models import CommitmentReport

DESCRIBING: Final = ("author", "licence", "people", "alt_text")


class ReportChoice(forms.ModelChoiceField):
    def label_from_instance(self, report: CommitmentReport) -> str:
        days = {"first": report.period_from, "last": report.period_to}
        return _("%(first)s to %(last)s") % {key: date_format(day) for key, day in days.items()}


class PictureForm(EvidenceForm):
    """Who took it, under which terms it may be shown, who can be recognised: asked of whoever has it.
    It belongs to the commitment, or to a report that is not accepted yet."""

    upload = UploadField(
        label=gettext_lazy("Picture"),
        kinds=PICTURES,
        help_text=gettext_lazy(
            "JPEG, PNG or WebP, at most 25 MB. The position it was taken at is removed."
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["report"] = ReportChoice(
            CommitmentReport.objects.open().filter(commitment=self.commitment),
            label=_("Progress report"),
            empty_label=_("the commitment as a whole"),
            required=False,
            help_text=_("A report that is accepted already takes no more pictures."),
        )
        for name in DESCRIBING:
            field: Any = Picture._meta.get_field(name)
            self.fields[name] = field.formfield(required=True)

    def rights(self) -> dict[str, Any]:
        """Return what was said of the picture; the text in its place is in the page's language."""
        told = {name: self.cleaned_data[name] for name in DESCRIBING}
        return {**told, languages.column("alt_text"): told.pop("alt_text")}
