"""The form beside a public list, and what it has made of the list.

What a visitor asks for is read by `asking.Asked`; here it is shown again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from partnership.core.asking import LONGEST_TEXT

Label = Any  # a text, or one that is translated when it is shown
Options = Mapping[str, str] | Iterable[tuple[str, Label]]


class FilterForm(forms.Form):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""


@dataclass(frozen=True)
class NarrowedList:
    """The form that shows how a list was narrowed, and the sentences on what was left out."""

    form: FilterForm
    notices: list[str]

    @property
    def active(self) -> int:
        """How many filters narrow the list."""
        return sum(1 for value in self.form.data.values() if value)


def select(label: Label, everything: Label, options: Options) -> forms.ChoiceField:
    """Return a field that chooses one of `options`, or with `everything` none of them."""
    pairs = options.items() if isinstance(options, Mapping) else options
    choices: Any = [("", everything), *pairs]
    return forms.ChoiceField(label=label, required=False, choices=choices)


def text_box(label: Label) -> forms.CharField:
    """Return a field for a part of a text."""
    box = forms.TextInput(attrs={"type": "search"})
    return forms.CharField(label=label, required=False, max_length=LONGEST_TEXT, widget=box)
