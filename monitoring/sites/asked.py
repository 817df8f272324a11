"""What the list of sites can be narrowed by."""

from dataclasses import dataclass

from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from monitoring.models import SurveySite
from monitoring.querysets import SurveySiteQuerySet
from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select
from partnership.reference import names
from partnership.reference.choices import PlaceKind

COUNTRY, STATE = _("Country"), _("State")


class SiteState(models.TextChoices):
    """Whether anybody has looked: "not surveyed" says nothing about how clean a beach is."""

    SURVEYED = "surveyed", _("surveyed")
    NOT_SURVEYED = "not-surveyed", _("not surveyed")


class SiteFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    country = select(COUNTRY, _("all countries"), ())
    state = select(STATE, _("all states"), SiteState.choices)

    def __init__(self, chosen: dict[str, str], countries: dict[str, str]) -> None:
        super().__init__(chosen)
        self.fields["country"] = select(COUNTRY, _("all countries"), countries)


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """The sites found, in order and with their facts; the form that shows how; what was left out."""

    sites: SurveySiteQuerySet


def narrowed(query: QueryDict) -> Narrowed:
    """Read an address; what is not understood is left out, and a sentence says so."""
    asked = Asked(query)
    codes = SurveySite.objects.order_by().values_list("place__country__code", flat=True)
    countries = names.names_of(PlaceKind.COUNTRY, set(codes.distinct()))
    chosen = {
        "country": asked.choice("country", countries, COUNTRY),
        "state": asked.choice("state", SiteState.values, STATE),
    }
    sites = SurveySite.objects.with_facts().in_order()
    if chosen["country"]:
        sites = sites.filter(place__country__code=chosen["country"])
    if chosen["state"]:
        sites = sites.filter(last_survey__isnull=chosen["state"] == SiteState.NOT_SURVEYED)
    return Narrowed(SiteFilter(chosen, countries), asked.notices, sites)
