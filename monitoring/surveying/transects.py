"""How a transect is called in a survey."""

from monitoring.models import SamplingUnit
from partnership.core import languages


def named(unit: SamplingUnit, language: str) -> str:
    """Return the code of the transect with the name of its site."""
    return f"{unit} {getattr(unit.site, languages.column('name', language))}"
