"""How a transect and a site are called in a survey."""

from monitoring.models import SamplingUnit, SurveySite
from partnership.core import languages


def named(unit: SamplingUnit, language: str) -> str:
    """Return the code of the transect with the name of its site."""
    return f"{unit} {_name_of(unit.site, language)}"


def site_named(site: SurveySite, language: str) -> str:
    """Return the code of the site with its name."""
    return f"{site.code} {_name_of(site, language)}"


def _name_of(site: SurveySite, language: str) -> str:
    return getattr(site, languages.column("name", language)) or ""
