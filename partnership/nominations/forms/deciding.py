"""Saying yes, no, or why."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partnership.nominations.models import Nomination


class WhyForm(forms.Form):
    """A reason that others read."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        help_text=_("The people concerned read it, in these words."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class EndorseForm(forms.Form):
    """Whom of a list the body above endorses or returns; a reason is asked for returning."""

    chosen = forms.MultipleChoiceField(
        label=_("People"), widget=forms.CheckboxSelectMultiple(), required=False
    )
    reason = forms.CharField(
        label=_("Reason, if you return them"),
        max_length=2000,
        required=False,
        help_text=_("The organisation reads it, in these words."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, people: Iterable[Nomination], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {str(row.pk): row for row in people}
        field: Any = self.fields["chosen"]
        field.choices = [(key, row.name) for key, row in self.people.items()]
        field.initial = list(self.people)

    def chosen_people(self) -> list[Nomination]:
        return [self.people[key] for key in self.cleaned_data["chosen"]]
