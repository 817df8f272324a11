"""Of which city and year data are wanted."""

from dataclasses import dataclass

from django.http import Http404, QueryDict
from django.utils.translation import gettext_lazy as _

from monitoring.models import MicroSample, SeaSurvey, Survey, SurveySite, WasteProfile
from monitoring.open_data.questions import Chosen
from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select
from partnership.reference import names
from partnership.reference.choices import PlaceKind

CITY, YEAR = _("City"), _("Year")


class DataFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    def __init__(self, chosen: dict[str, str], cities: dict[str, str], years: list[str]) -> None:
        super().__init__(chosen)
        self.fields["city"] = select(CITY, _("all cities"), cities)
        self.fields["year"] = select(YEAR, _("all years"), [(year, year) for year in years])


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """What was chosen, the form that shows it, and what was left out."""

    chosen: Chosen

    @property
    def query(self) -> str:
        """The same choice in the address of a file."""
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in self.form.data.items() if value})
        return f"?{query.urlencode()}" if query else ""


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    cities, years = _cities(), _years()
    chosen = {"city": asked.choice("city", cities, CITY), "year": asked.choice("year", years, YEAR)}
    year = int(chosen["year"]) if chosen["year"] else None
    return Narrowed(DataFilter(chosen, cities, years), asked.notices, Chosen(chosen["city"], year))


def exactly(query: QueryDict) -> Chosen:
    """Read the address of a file: a misspelt filter must not look like none."""
    found = narrowed(query)
    if found.notices:
        raise Http404
    return found.chosen


def names_of_choice(chosen: Chosen) -> list[dict[str, object]]:
    """Return what is chosen under its terms, in the reader's language."""
    cities = names.names_of(PlaceKind.CITY, [chosen.city]) if chosen.city else {}
    return [
        {"term": CITY, "value": cities.get(chosen.city, chosen.city) or _("all cities")},
        {"term": YEAR, "value": chosen.year or _("all years")},
    ]


def _cities() -> dict[str, str]:
    """Return the cities that have a site, an approved sample or a waste profile, as readers order them."""
    sites = SurveySite.objects.order_by().values_list("place__code", flat=True)
    samples = MicroSample.objects.approved().order_by().values_list("place__code", flat=True)
    waste = WasteProfile.objects.approved().order_by().values_list("place__code", flat=True)
    return names.names_of(PlaceKind.CITY, set(sites.union(samples, waste)))


def _years() -> list[str]:
    """Return the years with an approved survey, sample or waste profile, the latest first."""
    surveys = Survey.objects.approved().order_by().values_list("surveyed_on__year", flat=True)
    at_sea = SeaSurvey.objects.approved().order_by().values_list("surveyed_on__year", flat=True)
    samples = MicroSample.objects.approved().order_by().values_list("sampled_on__year", flat=True)
    waste = WasteProfile.objects.approved().order_by().values_list("year", flat=True)
    return [str(year) for year in sorted(set(surveys.union(at_sea, samples, waste)), reverse=True)]
