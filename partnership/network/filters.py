"""What the directory can be narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partnership.core.asking import LONGEST_TEXT, Asked
from partnership.network.choices import OrganisationType
from partnership.network.models import Organisation
from partnership.network.querysets import OrganisationQuerySet
from partnership.reference import names

TEXT: Final = "q"
TYPE, COUNTRY, THEME = _("Type"), _("Country"), _("Theme")


class DirectoryFilter(forms.Form):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = forms.CharField(label=_("Name contains"), required=False, max_length=LONGEST_TEXT)
    type = forms.ChoiceField(
        label=TYPE, required=False, choices=[("", _("all types")), *OrganisationType.choices]
    )

    def __init__(
        self, chosen: Mapping[str, str], countries: dict[str, str], themes: dict[str, str]
    ) -> None:
        super().__init__(chosen)
        self.fields["q"].widget.input_type = "search"
        self.fields["country"] = _select(COUNTRY, _("all countries"), countries)
        self.fields["theme"] = _select(THEME, _("all themes"), themes)


@dataclass(frozen=True)
class Narrowed:
    """The narrowed directory in the reader's order, the form that shows how, what was left out."""

    organisations: OrganisationQuerySet
    form: DirectoryFilter
    notices: list[str]

    @property
    def active(self) -> int:
        return sum(1 for value in self.form.data.values() if value)


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    listed: OrganisationQuerySet = Organisation.objects.listed()
    countries = names.names_of("country", listed.countries())
    themes = names.names_of("theme", listed.themes())
    chosen = {
        TEXT: asked.text(TEXT),
        "type": asked.choice("type", OrganisationType.values, TYPE),
        "country": asked.choice("country", countries, COUNTRY),
        "theme": asked.choice("theme", themes, THEME),
    }
    form = DirectoryFilter(chosen, countries, themes)
    return Narrowed(_found(listed, chosen).ordered_for(), form, asked.notices)


def _found(organisations: OrganisationQuerySet, chosen: dict[str, str]) -> OrganisationQuerySet:
    if chosen[TEXT]:
        organisations = organisations.containing(chosen[TEXT])
    if chosen["type"]:
        organisations = organisations.of_type(chosen["type"])
    if chosen["country"]:
        organisations = organisations.in_place(chosen["country"])
    if chosen["theme"]:
        organisations = organisations.with_theme(chosen["theme"])
    return organisations


def _select(label: Any, everything: Any, options: dict[str, str]) -> forms.ChoiceField:
    choices = [("", everything), *options.items()]
    return forms.ChoiceField(label=label, required=False, choices=choices)
