"""What the list of sites can be narrowed by."""

from dataclasses import dataclass

from django import forms
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from monitoring.models import SurveySite
from monitoring.querysets import SurveySiteQuerySet
from partnership.core.asking import Asked
from partnership.reference import names
from partnership.reference.choices import PlaceKind

COUNTRY, STATE = _("Country"), _("State")


class SiteState(models.TextChoices):
    """Whether anybody has looked: "not surveyed" says nothing about how clean a beach is."""

    SURVEYED = "surveyed", _("surveyed")
    NOT_SURVEYED = "not-surveyed", _("not surveyed")


class SiteFilter(forms.Form):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    country = forms.ChoiceField(label=COUNTRY, required=False)
    state = forms.ChoiceField(
        label=STATE, required=False, choices=[("", _("all states")), *SiteState.choices]
    )

    def __init__(self, chosen: dict[str, str], countries: dict[str, str]) -> None:
        super().__init__(chosen)
        choices = [("", _("all countries")), *countries.items()]
        self.fields["country"] = forms.ChoiceField(label=COUNTRY, required=False, choices=choices)


@dataclass(frozen=True)
class Narrowed:
    """The sites found, in order and with their facts; the form that shows how; what was left out."""

    sites: SurveySiteQuerySet
    form: SiteFilter
    notices: list[str]

    @property
    def active(self) -> int:
        return sum(1 for value in self.form.data.values() if value)


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
    return Narrowed(sites, SiteFilter(chosen, countries), asked.notices)
