"""The form by which a workbook is uploaded."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from monitoring.choices import DayOrder
from monitoring.models import Upload
from monitoring.surveying.sheet import counted_items
from monitoring.workbook.known import organisations_of
from monitoring.workbook.layouts import layout_of
from monitoring.workbook.own_columns import meaning_of
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
            "XLSX or CSV, 20 MB at most. A CSV file, or a spreadsheet of your own, has one row for each "
            "survey, or one for each count."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    replace = forms.BooleanField(
        label=_("Replace drafts that differ from the file"),
        required=False,
        help_text=_("Without it you read first in which fields they differ."),
    )

    anew = forms.BooleanField(
        label=_("Ask me again which column is which"),
        required=False,
        help_text=_("Only for spreadsheets of your own, whose columns were chosen before."),
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
        self._layout = layout_of(upload.kind)
        self._headings: list[str] = upload.questions.get("columns", [])
        self._items = {item.code: item.label for item in counted_items()} if self._headings else {}
        for number, heading in enumerate(self._headings):
            self.fields[f"column-{number}"] = self._column(heading)

    def _column(self, heading: str) -> forms.Field:
        """Return a field with a guess: our own column or item that is called the same."""
        codes = {label.casefold(): code for code, label in self._items.items()}
        first = heading.split(maxsplit=1)[0]
        guess = meaning_of(first, self._layout, set(self._items))
        guess = guess or meaning_of(heading, self._layout, set())
        guess = guess or codes.get(heading.casefold(), "")
        labels = {column.name: str(column.label) for column in self._layout.of_one_table}
        box = forms.TextInput(attrs={"list": "columns", "autocomplete": "off"})
        return forms.CharField(
            label=heading,
            required=False,
            max_length=200,
            initial=labels.get(guess, guess),
            widget=box,
        )

    @property
    def offered(self) -> list[tuple[str, str]]:
        """What may be written into the fields of columns, and what it says."""
        if not self._headings:
            return []
        return [
            *((str(column.label), "") for column in self._layout.of_one_table),
            *self._items.items(),
        ]

    def clean(self) -> dict[str, Any]:
        """Take each column for what it was said to be; twice the same is refused."""
        cleaned: dict[str, Any] = super().clean() or {}
        columns: dict[str, str] = {}
        for number, heading in enumerate(self._headings):
            field, text = f"column-{number}", cleaned.get(f"column-{number}", "")
            name = meaning_of(text, self._layout, set(self._items)) if text else ""
            if name is None:
                self.add_error(field, _("Choose a column of the list, or leave this one empty."))
            elif name and name in columns.values():
                self.add_error(
                    field, _("Another column is this one already. Empty one of the two.")
                )
            else:
                columns[heading] = name
        if self._headings and not any(columns.values()):
            self.add_error(None, _("Say of at least one column what it is."))
        return cleaned | {"columns": columns}

    @property
    def answers(self) -> dict[str, Any]:
        """What was said now, beside what was said before."""
        commas = self.cleaned_data.get("commas")
        return {
            "has_commas": commas == "yes" if commas else self._upload.has_commas,
            "day_order": self.cleaned_data.get("days", self._upload.day_order),
            "columns": self.cleaned_data["columns"] if self._headings else None,
        }
