"""Vocabularies of survey sites.

How a beach is shaped, reached, used and cleaned is told in plain words of our own: those of the European
lists were not seen. They are marked as to be confirmed where they are shown (`WORDS_TO_CONFIRM`), and go
out in no format of anybody else.
"""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

STEEPEST: Final = 100  # per cent: a rise of 45 degrees
WORDS_TO_CONFIRM: Final = _("Words of the portal, to be confirmed against the official lists.")


class Urbanisation(models.TextChoices):
    """What surrounds a beach."""

    URBAN = "urban", _("urban")
    SEMI_URBAN = "semi-urban", _("semi-urban")
    REMOTE = "remote", _("remote")


class Cleaning(models.TextChoices):
    """How often a beach is cleaned outside of surveys."""

    NEVER = "never", _("never")
    OCCASIONAL = "occasional", _("now and then")
    SEASONAL = "seasonal", _("in the season")
    WEEKLY = "weekly", _("weekly or more often")
    DAILY = "daily", _("daily")
    UNKNOWN = "unknown", _("unknown")


class Nearby(models.TextChoices):
    """What may bring litter to a beach, the nearest of each; in the order in which pages tell it."""

    TOWN = "town", _("town")
    RIVER = "river-mouth", _("river mouth")
    HARBOUR = "harbour", _("harbour")
    OUTFALL = "outfall", _("waste-water outfall")
    FOOD = "food-outlet", _("food outlet")
    SHIPPING = "shipping-lane", _("shipping lane")


class Cleaner(models.TextChoices):
    """Who cleans a beach; one that is never cleaned has none."""

    MUNICIPALITY = "municipality", _("the municipality")
    OPERATOR = "operator", _("whoever runs the beach")
    VOLUNTEERS = "volunteers", _("volunteers")
    SEVERAL = "several", _("several of these")
    OTHER = "other", pgettext_lazy("who cleans a beach", "somebody else")
    UNKNOWN = "unknown", pgettext_lazy("who cleans a beach", "unknown")


class Season(models.TextChoices):
    """When in the year; `MONTHS` needs its first and last month, and may pass the end of the year."""

    ALL_YEAR = "all-year", _("all year round")
    MONTHS = "months", _("in some months")
    UNKNOWN = "unknown", pgettext_lazy("season", "unknown")


class Curvature(models.TextChoices):
    """The line of the shore, seen from the sea."""

    STRAIGHT = "straight", _("straight")
    BAY = "bay", _("curved inwards, as in a bay")
    HEADLAND = "headland", _("curved outwards, as at a headland")
    IRREGULAR = "irregular", _("irregular")


class Back(models.TextChoices):
    """What the beach ends at, on its side of the land."""

    DUNES = "dunes", pgettext_lazy("back of a beach", "dunes")
    ROCKS = "rocks", pgettext_lazy("back of a beach", "rocks")
    CLIFF = "cliff", pgettext_lazy("back of a beach", "a cliff")
    FOREST = "forest", pgettext_lazy("back of a beach", "forest or bushes")
    MANGROVE = "mangrove", pgettext_lazy("back of a beach", "mangroves or salt marsh")
    GRASS = "grass", pgettext_lazy("back of a beach", "grass or fields")
    WALL = "wall", pgettext_lazy("back of a beach", "a sea wall or dyke")
    BUILT = "built", pgettext_lazy("back of a beach", "a promenade, road or buildings")
    OTHER = "other", pgettext_lazy("back of a beach", "something else")


class Development(models.TextChoices):
    """What stands behind the beach."""

    NONE = "none", pgettext_lazy("behind a beach", "nothing")
    HOUSES = "houses", pgettext_lazy("behind a beach", "houses")
    TOURISM = "tourism", pgettext_lazy("behind a beach", "hotels, restaurants, camping")
    PORT = "port", pgettext_lazy("behind a beach", "a port")
    INDUSTRY = "industry", pgettext_lazy("behind a beach", "industry")
    FARMING = "farming", pgettext_lazy("behind a beach", "fields or ponds")
    SEVERAL = "several", pgettext_lazy("behind a beach", "several of these")


class Access(models.TextChoices):
    """How one gets to a beach."""

    ROAD = "road", _("by road, vehicles reach the beach")
    FOOT = "foot", _("on foot alone")
    BOAT = "boat", _("by boat alone")
    RESTRICTED = "restricted", _("not open to everyone")


class Use(models.TextChoices):
    """What people do on a beach."""

    RECREATION = "recreation", _("bathing and recreation")
    WATER_SPORTS = "water-sports", _("water sports")
    FISHING = "fishing", pgettext_lazy("use of a beach", "fishing")
    AQUACULTURE = "aquaculture", pgettext_lazy("use of a beach", "aquaculture")
    BOATS = "boats", _("boats are landed")
    MARKET = "market", _("stalls and restaurants")
    PROTECTED = "protected", _("protected area")
    OTHER = "other", pgettext_lazy("use of a beach", "other")
