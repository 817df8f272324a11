"""Naming a person."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.events import contact
from partnership.nominations.forms.files import LetterForm
from partnership.nominations.models import Nomination
from partnership.nominations.nominee import Nominee

SPOKEN: Final = ((languages.CHINESE, _("Chinese")), (languages.ENGLISH, _("English")))
COLUMNS: Final = ("name", "latin_name", "email", "language", "position", "note")


class NomineeForm(forms.Form):
    """One person. `version` is of the nomination the form was opened with."""

    name = forms.CharField(
        label=pgettext_lazy("person", "Name"),
        max_length=120,
        help_text=_("As the person writes it."),
    )
    latin_name = forms.CharField(
        label=_("Name in Latin letters"),
        max_length=120,
        required=False,
        help_text=_("For badge, letter and certificate, if the name is written otherwise."),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("The person gets the invitation there and answers it themselves."),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=SPOKEN, help_text=_("In which we write to them.")
    )
    position = forms.CharField(
        label=pgettext_lazy("person", "Position"), max_length=120, required=False
    )
    note = forms.CharField(
        label=_("Why this person"),
        max_length=1000,
        required=False,
        help_text=_("What they work on. The secretariat reads it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @classmethod
    def of(cls, row: Nomination, data: Any = None) -> "NomineeForm":
        """Return the form of a nomination that is there."""
        initial = {name: getattr(row, name) for name in (*COLUMNS, "version")}
        return cls(data, initial=initial)

    def take_version(self, row: Nomination) -> None:
        """Carry on with the present version: whoever saves again has seen what is stored now."""
        typed: Any = self.data
        self.data = {**typed.dict(), "version": str(row.version)}

    def beside(self, row: Nomination) -> list[dict[str, object]]:
        """Return what is stored now, to compare with what was typed."""
        return [
            {"term": self.fields[name].label, "value": getattr(row, name) or "–"}
            for name in COLUMNS
        ]

    def clean_name(self) -> str:
        return contact.name(self.cleaned_data["name"])

    def nominee(self) -> Nominee:
        """Return what was typed, as the actions take it."""
        return Nominee(**{name: self.cleaned_data[name] for name in COLUMNS})


class SubstituteForm(LetterForm, NomineeForm):
    """Somebody instead of another, with a letter of their own."""
