"""The form by which a workbook is uploaded."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from monitoring.choices import DayOrder
from monitoring.models import Upload
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
        help_text=_(
            "XLSX or CSV, 20 MB at most. A CSV file has one row for each survey, or one for each count."
        ),
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


class AnswerForm(forms.Form):
    """What a file that can be read in two ways means, asked with an example out of it."""

    commas = forms.ChoiceField(
        choices=[
            ("yes", _("Yes, in the whole file")),
            ("no", _("No, it is a slip: show such numbers as faults")),
        ],
        widget=forms.RadioSelect,
    )
    days = forms.ChoiceField(choices=DayOrder.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, upload: Upload, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._upload = upload
        comma, day = upload.questions.get("comma", ""), upload.questions.get("day", "")
        self.fields["commas"].label = _("“%(value)s”: is the comma a decimal point?") % {
            "value": comma
        }
        self.fields["days"].label = _("“%(value)s”: what stands first?") % {"value": day}
        for name, example in (("commas", comma), ("days", day)):
            if not example:
                del self.fields[name]

    @property
    def answers(self) -> dict[str, Any]:
        """What was said now, beside what was said before."""
        commas = self.cleaned_data.get("commas")
        return {
            "has_commas": commas == "yes" if commas else self._upload.has_commas,
            "day_order": self.cleaned_data.get("days", self._upload.day_order),
        }
