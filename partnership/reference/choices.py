"""Kinds of places, groups of countries and lines of work."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FIRST_ZERO_WASTE_YEAR: Final = 2019  # the Ministry's first list, announcement 14 of that year
MAY_ADD_PLACES: Final = frozenset({"publisher"})  # a role of accounts, which is built on this app


class PlaceKind(models.TextChoices):
    """The three levels of the one table of places; each value names the column of its level."""

    COUNTRY = "country", _("country")
    PROVINCE = "province", _("province or state")
    CITY = "city", _("city")


class CountryGroup(models.TextChoices):
    """Which side of the partnership a country stands on."""

    CHINA = "china", _("China")
    ASEAN = "asean", _("ASEAN")
    PARTNER = "partner", _("partner country")


class Division(models.TextChoices):
    """What a unit of the first level below a country calls itself."""

    PROVINCE = "province", _("province")
    MUNICIPALITY = "municipality", _("centrally governed city")
    AUTONOMOUS_REGION = "autonomous-region", _("autonomous region")
    STATE = "state", pgettext_lazy("administrative unit", "state")
    REGION = "region", _("region")
    DISTRICT = "district", _("district")


class CodeSource(models.TextChoices):
    """Who gave a place its code."""

    ISO = "iso", _("ISO 3166")
    OWN = "own", _("this portal")


class LineOfWork(models.TextChoices):
    """The four lines of work of the partnership."""

    ROUNDTABLES = "roundtables", _("roundtables and research")
    MONITORING_CASES = "monitoring-cases", _("monitoring capacity and case collection")
    NETWORK = "network", _("cooperation network")
    OUTREACH = "outreach", _("awareness and participation")


class Grade(models.TextChoices):
    """How strong the evidence is; sorts from strong to weak."""

    A = "A", _("A: primary or official source")
    B = "B", _("B: established media or the operator's own page")
    C = "C", _("C: re-post or secondary text")


class Material(models.TextChoices):
    """What a litter item is made of. Every change of list keeps the totals of these."""

    PLASTIC = "plastic", _("plastic")
    RUBBER = "rubber", _("rubber")
    GLASS_CERAMIC = "glass-ceramic", _("glass and ceramics")
    METAL = "metal", _("metal")
    TEXTILE = "textile", _("textile")
    WOOD = "wood", _("processed wood")
    PAPER = "paper", _("paper and cardboard")
    CHEMICALS = "chemicals", _("chemicals")
    FOOD = "food", _("food waste")
    OTHER = "other", _("other or several materials")


class Foam(models.TextChoices):
    """Whether an item is foamed polystyrene, which the Chinese bulletin and papers tell apart."""

    NONE = "none", _("not foamed")
    POLYSTYRENE = "polystyrene", _("foamed polystyrene")
    OTHER = "other", _("other foamed plastic")
    UNDIVIDED = "undivided", _("may hold foamed polystyrene")


class Relation(models.TextChoices):
    """How an item of one list stands to an item of another."""

    EXACT = "exact", pgettext_lazy("relation of litter items", "the same")
    NARROWER = "narrower", _("part of it")
    BROADER = "broader", _("wider than it")
    PARTIAL = "partial", _("overlapping")

    @property
    def mirrored(self) -> "Relation":
        """The relation seen from the other item."""
        return MIRRORED.get(self, self)


MIRRORED: Final = {Relation.NARROWER: Relation.BROADER, Relation.BROADER: Relation.NARROWER}
COUNTED: Final = (Relation.EXACT, Relation.NARROWER)  # those along which counts may move
