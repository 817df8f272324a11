"""What the list of outcome documents can be narrowed by."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select, text_box
from partnership.reference import names
from partnership.search.asking import keys_of_things
from roundtables.models import Outcome
from roundtables.querysets import OutcomeQuerySet

SOURCE: Final = "outcome"  # the kind under which the search knows them
TEXT: Final = "q"
PLACE, YEAR = _("Place"), _("Year")


class OutcomeFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = text_box(_("Search"))

    def __init__(
        self, chosen: Mapping[str, str], places: Mapping[str, str], years: Collection[str]
    ) -> None:
        super().__init__(chosen)
        self.fields["place"] = select(PLACE, _("everywhere"), places)
        self.fields["year"] = select(YEAR, _("all years"), [(year, year) for year in years])


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The narrowed list, the form that shows how, what was left out."""

    outcomes: OutcomeQuerySet


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    public: OutcomeQuerySet = Outcome.objects.published()
    places, years = names.places_among(public.place_codes()), public.years()
    chosen = {
        TEXT: asked.text(TEXT),
        "place": asked.choice("place", places, PLACE),
        "year": asked.choice("year", years, YEAR),
    }
    found = public.newest_first()
    if chosen[TEXT]:
        found = found.filter(pk__in=keys_of_things(SOURCE, chosen[TEXT]))
    if chosen["place"]:
        found = found.in_place(chosen["place"])
    if chosen["year"]:
        found = found.of_year(chosen["year"])
    return Narrowed(OutcomeFilter(chosen, places, years), asked.notices, found)
