"""What the library can be narrowed by."""

from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from monitoring.library.entries import Entry, EntryKind, entries
from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select, text_box
from partnership.reference import names
from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place

INTERNATIONAL: Final = "international"
KIND, COUNTRY, YEAR = gettext_lazy("Kind"), gettext_lazy("Country"), gettext_lazy("In force")
PLACE: Final = gettext_lazy("Province or state")
CITY: Final = gettext_lazy("City, by its country and province")


class LibraryFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    q = text_box(gettext_lazy("Text contains"))
    kind = select(KIND, gettext_lazy("all kinds"), EntryKind.choices)

    def __init__(self, chosen: dict[str, str], options: dict[str, dict[str, str]]) -> None:
        super().__init__(chosen)
        labels = {
            "country": (COUNTRY, _("all countries")),
            "place": (PLACE, _("all provinces")),
            "city": (CITY, _("all cities")),
            "year": (YEAR, _("all years")),
        }
        for name, (label, everything) in labels.items():
            self.fields[name] = select(label, everything, options[name])


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The entries found, latest first; the form that shows how; what was left out."""

    entries: list[Entry]


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked, options = Asked(query), _options()
    chosen = {
        "q": asked.text("q"),
        "kind": asked.choice("kind", EntryKind.values, KIND),
        "country": asked.choice("country", options["country"], COUNTRY),
        "place": asked.choice("place", options["place"], PLACE),
        "city": asked.choice("city", options["city"], CITY),
        "year": asked.choice("year", options["year"], YEAR),
    }
    areas = _areas_of(chosen["city"]) if chosen["city"] else None
    found = [
        entry
        for entry in entries()
        if _fits(entry, chosen) and (areas is None or _holds_in(entry, areas))
    ]
    ordered = sorted(found, key=lambda entry: (-entry.year, entry.name))
    return Narrowed(LibraryFilter(chosen, options), asked.notices, ordered)


def country_name(entry: Entry) -> str:
    """Return the approved name of the country, or that an entry is international."""
    if not entry.country:
        return _("international")
    return names.names_of(PlaceKind.COUNTRY, [entry.country]).get(entry.country, entry.country)


def _options() -> dict[str, dict[str, str]]:
    countries = names.names_of(
        PlaceKind.COUNTRY, {entry.country for entry in entries() if entry.country}
    )
    places = names.names_of(PlaceKind.PROVINCE, {entry.place for entry in entries() if entry.place})
    years = sorted({entry.year for entry in entries()}, reverse=True)
    return {
        "country": {**countries, INTERNATIONAL: _("international")},
        "place": places,
        "city": names.names().get(PlaceKind.CITY, {}),
        "year": {str(year): str(year) for year in years},
    }


def _areas_of(city: str) -> set[str]:
    """Return the codes of the country and, where it has one, the province of a city."""
    rows = Place.objects.filter(code=city).values_list("country__code", "province__code")
    return {code for row in rows for code in row if code}


def _holds_in(entry: Entry, areas: set[str]) -> bool:
    """Tell whether an entry is the country's own, and not another province's. International ones are
    left out: some of them hold in Europe alone."""
    return entry.country in areas and (not entry.place or entry.place in areas)


def _fits(entry: Entry, chosen: dict[str, str]) -> bool:
    wanted = {
        "kind": entry.kind.value,
        "country": entry.country or INTERNATIONAL,
        "place": entry.place,
        "year": str(entry.year),
    }
    is_as_chosen = all(not chosen[name] or chosen[name] == value for name, value in wanted.items())
    return is_as_chosen and entry.contains(chosen["q"])
