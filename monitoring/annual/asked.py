"""What the list of annual city reports can be narrowed by."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from monitoring.models import AnnualReport
from monitoring.querysets import AnnualReportQuerySet
from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select
from partnership.reference import names
from partnership.reference.choices import PlaceKind

CITY, COUNTRY, YEAR = _("City"), _("Country"), _("Year")


class AnnualFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    def __init__(
        self,
        chosen: dict[str, str],
        countries: dict[str, str],
        cities: dict[str, str],
        years: list[str],
    ) -> None:
        super().__init__(chosen)
        self.fields["country"] = select(COUNTRY, _("all countries"), countries)
        self.fields["city"] = select(CITY, _("all cities"), cities)
        self.fields["year"] = select(YEAR, _("all years"), [(year, year) for year in years])


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The reports found, the form that shows how, and what was left out."""

    reports: AnnualReportQuerySet


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked, reports = Asked(query), AnnualReport.objects.approved()
    columns = (
        "computed__place__country__code",
        "computed__place__code",
        "computed__last_day__year",
    )
    known = set(reports.order_by().values_list(*columns).distinct())
    countries = names.names_of(PlaceKind.COUNTRY, {country for country, _city, _year in known})
    cities = names.names_of(PlaceKind.CITY, {city for _country, city, _year in known})
    years = [str(year) for year in sorted({year for *_place, year in known}, reverse=True)]
    chosen = {
        "country": asked.choice("country", countries, COUNTRY),
        "city": asked.choice("city", cities, CITY),
        "year": asked.choice("year", years, YEAR),
    }
    if chosen["country"]:
        reports = reports.filter(computed__place__country__code=chosen["country"])
    if chosen["city"]:
        reports = reports.filter(computed__place__code=chosen["city"])
    if chosen["year"]:
        reports = reports.filter(computed__last_day__year=int(chosen["year"]))
    form = AnnualFilter(chosen, countries, cities, years)
    return Narrowed(form, asked.notices, reports.latest_first())
