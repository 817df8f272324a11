"""What the directory can be narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select, text_box
from partnership.network.choices import OrganisationType
from partnership.network.models import Organisation
from partnership.network.querysets import OrganisationQuerySet
from partnership.reference import names

TEXT: Final = "q"
TYPE, COUNTRY, THEME = _("Type"), _("Country"), _("Theme")


class DirectoryFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = text_box(_("Name contains"))
    type = select(TYPE, _("all types"), OrganisationType.choices)

    def __init__(
        self, chosen: Mapping[str, str], countries: dict[str, str], themes: dict[str, str]
    ) -> None:
        super().__init__(chosen)
        self.fields["country"] = select(COUNTRY, _("all countries"), countries)
        self.fields["theme"] = select(THEME, _("all themes"), themes)


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The narrowed directory in the reader's order, the form that shows how, what was left out."""

    organisations: OrganisationQuerySet


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
    return Narrowed(form, asked.notices, _found(listed, chosen).ordered_for())


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
