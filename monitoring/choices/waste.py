"""Vocabularies of the yearly city waste profile, and which unit each indicator is told in."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FIRST_PROFILE_YEAR: Final = 2000
LAST_PROFILE_YEAR: Final = 2100
MOST_VALUES: Final = 20  # rows of one form


class WasteIndicator(models.TextChoices):
    """What a row of the profile is about."""

    POPULATION = "population", _("population")
    GENERATED = "generated", _("waste generated")
    COLLECTED = "collected", _("waste collected")
    LANDFILLED = "landfilled", _("put into a sanitary landfill")
    ENERGY = "energy", _("burnt with energy recovery")
    INCINERATED = "incinerated", _("burnt without energy recovery")
    BIOLOGICAL = "biological", _("composted or digested")
    OTHER_TREATMENT = "other-treatment", _("treated in another way")
    UNCONTROLLED = "uncontrolled", _("dumped or burnt in the open")
    RECYCLED = "recycled", _("waste recycled")
    PLASTICS_SHARE = "plastics-share", _("share of plastics in the waste")
    LEAKAGE = "leakage", _("plastics that leak into waters (estimate)")


class WasteUnit(models.TextChoices):
    """In what a value is told."""

    TONNES = "t", _("t (tonnes in the period)")
    TEN_THOUSAND_TONNES = "10kt", _("10,000 t")
    TONNES_A_DAY = "t/d", _("t a day")
    PER_CENT = "%", "%"
    PERSONS = "persons", pgettext_lazy("unit", "persons")


class WasteScope(models.TextChoices):
    """Which waste a value counts; values of different waste are never compared."""

    MUNICIPAL = "municipal", _("municipal solid waste: households, shops, offices, streets")
    HOUSEHOLD = "household", _("waste of households alone")
    CLEARED = "cleared", _("municipal waste that was cleared and transported")
    ALL = "all", _("all solid waste, with that of industry and construction")
    OTHER = "other", _("something else, as the definition says")


class WasteArea(models.TextChoices):
    """Which part of a city a profile covers."""

    URBAN = "urban", _("urban area")
    WHOLE = "whole", _("whole administrative area")
    OTHER = "other", _("another area, as the definitions say")


MASSES: Final = (WasteUnit.TONNES, WasteUnit.TEN_THOUSAND_TONNES, WasteUnit.TONNES_A_DAY)
TREATED: Final = (
    WasteIndicator.RECYCLED,
    WasteIndicator.BIOLOGICAL,
    WasteIndicator.ENERGY,
    WasteIndicator.INCINERATED,
    WasteIndicator.LANDFILLED,
    WasteIndicator.OTHER_TREATMENT,
    WasteIndicator.UNCONTROLLED,
)
MASS_OR_SHARE: Final = frozenset({*MASSES, WasteUnit.PER_CENT})
UNITS_OF: Final[dict[WasteIndicator, frozenset[WasteUnit]]] = {
    **dict.fromkeys(WasteIndicator, MASS_OR_SHARE),
    WasteIndicator.POPULATION: frozenset({WasteUnit.PERSONS}),
    WasteIndicator.GENERATED: frozenset(MASSES),
    WasteIndicator.PLASTICS_SHARE: frozenset({WasteUnit.PER_CENT}),
    WasteIndicator.LEAKAGE: frozenset(MASSES),
}
# What a new form asks about from the beginning; the other indicators are added where known.
ASKED_FIRST: Final = (
    WasteIndicator.POPULATION,
    WasteIndicator.GENERATED,
    WasteIndicator.COLLECTED,
    WasteIndicator.ENERGY,
    WasteIndicator.LANDFILLED,
    WasteIndicator.RECYCLED,
    WasteIndicator.PLASTICS_SHARE,
    WasteIndicator.LEAKAGE,
)
