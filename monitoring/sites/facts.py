"""What is known of a site, under its terms and in words."""

from typing import Final

from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from monitoring.choices import (
    Access,
    Back,
    Cleaner,
    Cleaning,
    Curvature,
    Development,
    Season,
    Urbanisation,
    Use,
)
from monitoring.models import SurveySite
from monitoring.sites.lines import Facts, known, metres
from monitoring.sites.surroundings import direction_of
from partnership.core.figures import plain

OURS: Final = (
    "cleaning_season",
    "cleaned_by",
    "curvature",
    "access",
    "back",
    "development",
)  # told in words of our own


def site_facts(site: SurveySite) -> Facts:
    """Return what is known of where a site lies and how it is shaped."""
    return known(
        [
            (_("City"), site.place.name),
            (_("Surveyed by"), site.organisation.name),
            (_("Position (WGS 84)"), f"{site.latitude:.3f}, {site.longitude:.3f}"),
            (_("Surroundings"), Urbanisation(site.urbanisation).label),
            (_("Length of the beach"), metres(site.beach_length_m)),
            (_("Width at low tide"), metres(site.width_low_m)),
            (_("Width at high tide"), metres(site.width_high_m)),
            (_("Ground"), _substrate(site)),
            (_("Slope"), "" if site.slope_pct is None else f"{plain(site.slope_pct)} %"),
            (_("Line of the shore"), Curvature(site.curvature).label if site.curvature else ""),
            (_("Back of the beach"), Back(site.back).label if site.back else ""),
            (_("Behind the beach"), _development(site)),
            (_("Faces"), _direction(site.orientation_deg)),
            (_("Prevailing wind from"), _direction(site.wind_from_deg)),
            (_("Prevailing current towards"), _direction(site.current_to_deg)),
            (_("Access"), Access(site.access).label if site.access else ""),
        ]
    )


def cleaning_facts(site: SurveySite) -> Facts:
    """Return how often, when and by whom a site is cleaned; “unknown” is said."""
    if site.cleaning == Cleaning.NEVER:
        return known([(_("How often"), Cleaning.NEVER.label)])
    months = site.cleaning_first_month, site.cleaning_last_month
    return known(
        [
            (_("How often"), Cleaning(site.cleaning).label),
            (_("In which season"), season_of(site.cleaning_season, *months)),
            (_("By whom"), Cleaner(site.cleaned_by).label),
        ]
    )


def use_facts(site: SurveySite) -> Facts:
    """Return what people do on the beach, each with its season, in the order in which uses are offered."""
    columns = ("use", "season", "first_month", "last_month")
    found = {use: season_of(*season) for use, *season in site.uses.values_list(*columns)}
    return [
        {"term": str(use.label).capitalize(), "value": found[use]} for use in Use if use in found
    ]


def has_words_of_ours(site: SurveySite) -> bool:
    """Whether anything but its uses is told of the site in words that are still to be confirmed."""
    return any(getattr(site, name) for name in OURS)


def season_of(season: str, first: int | None, last: int | None) -> str | Promise:
    """Return a season in words: its months, where it has some."""
    if season != Season.MONTHS or first is None or last is None:
        return Season(season).label
    if first == last:
        return str(MONTHS[first])
    return _("%(first)s to %(last)s") % {"first": MONTHS[first], "last": MONTHS[last]}


def _development(site: SurveySite) -> str | Promise:
    return Development(site.development).label if site.development else ""


def _substrate(site: SurveySite) -> str:
    if site.sand_pct is None:
        return ""
    return _("sand %(sand)s %%, pebbles %(pebble)s %%, rock %(rock)s %%") % {
        "sand": site.sand_pct,
        "pebble": site.pebble_pct,
        "rock": site.rock_pct,
    }


def _direction(degrees: int | None) -> str:
    return "" if degrees is None else f"{direction_of(degrees)} ({degrees}°)"
