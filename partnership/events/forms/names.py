"""Correcting the names of a registration."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.events.models import Registration


class NamesForm(forms.Form):
    """The names badges and certificates have; that of a group only where there is one."""

    name = forms.CharField(label=pgettext_lazy("person", "Name"), max_length=120)
    latin_name = forms.CharField(label=_("Name in Latin letters"), max_length=120, required=False)
    organisation_name = forms.CharField(label=_("Organisation"), max_length=200, required=False)
    group_name = forms.CharField(label=_("Name of the group"), max_length=120, required=False)

    def __init__(self, row: Registration, data: Any = None) -> None:
        super().__init__(data, initial={name: getattr(row, name) for name in self.base_fields})
        if not row.is_group:
            del self.fields["group_name"]
