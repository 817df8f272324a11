"""Correcting the names of a registration."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.events.actions.naming import NAMES
from partnership.events.forms.registering import ADULTS_AGREE, lines_of
from partnership.events.models import Registration


class NamesForm(forms.Form):
    """The names badges and certificates have; of a group and its adults only where there are some."""

    name = forms.CharField(label=pgettext_lazy("person", "Name"), max_length=120)
    latin_name = forms.CharField(label=_("Name in Latin letters"), max_length=120, required=False)
    organisation_name = forms.CharField(label=_("Organisation"), max_length=200, required=False)
    group_name = forms.CharField(label=_("Name of the group"), max_length=120, required=False)
    members = forms.CharField(
        label=_("Names of the other adults"),
        required=False,
        max_length=6000,
        help_text=_("One on each line. No child's name."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    members_agree = forms.BooleanField(label=ADULTS_AGREE, required=False)

    def __init__(self, row: Registration, data: Any = None) -> None:
        named = row.members.values_list("name", flat=True) if row.other_adults else ()
        kept = {name: getattr(row, name) for name in NAMES}
        agreed = row.members_agreed_at is not None
        typed = {**kept, "members": "\n".join(named), "members_agree": agreed}
        super().__init__(data, initial=typed)
        if not row.is_group:
            del self.fields["group_name"]
        if not row.other_adults:
            del self.fields["members"], self.fields["members_agree"]

    def clean_members(self) -> list[str]:
        return lines_of(self.cleaned_data["members"])
