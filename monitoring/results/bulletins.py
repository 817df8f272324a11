"""Published figures of the national bulletins, to stand beside a city's own; read once."""

from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from django.core.exceptions import ImproperlyConfigured

from monitoring.protocols.files import Texts, texts, told
from monitoring.results import words
from partnership.core import content_files
from partnership.core.content_files import Fault

FOLDER: Final = Path(__file__).parents[1] / "data" / "bulletins"
COUNTRY: Final = "CN"  # whose bulletins these are


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinYear:
    """One year: items per km² and per m³, shares of plastic in per cent; None is "not known here"."""

    year: int
    areas: int | None = None
    beach_per_km2: float | None = None
    beach_plastic_pct: float | None = None
    floating_per_km2: float | None = None
    floating_plastic_pct: float | None = None
    seabed_per_km2: float | None = None
    seabed_plastic_pct: float | None = None
    microplastics_per_m3: float | None = None

    @property
    def figures(self) -> list[str]:
        """The figures in the order of the fields, without year and number of areas."""
        return [words.said(getattr(self, each.name)) for each in fields(self)[2:]]


@dataclass(frozen=True, slots=True)
class Bulletins:
    """The years that are known, and who says so."""

    years: tuple[BulletinYear, ...]
    sources: Texts

    @property
    def source(self) -> str:
        return told(self.sources)


@cache
def bulletins() -> Bulletins:
    """Return the figures. A faulty file is a fault of ours."""
    (content,) = content_files.read(FOLDER)
    if isinstance(content, Fault):
        raise ImproperlyConfigured(str(content))
    years = tuple(_year(**year) for year in content.data["years"])
    return Bulletins(years, texts(content.data, "source"))


def _year(year: int, areas: int | None = None, **figures: Decimal) -> BulletinYear:
    numbers = {name: float(figure) for name, figure in figures.items()}
    return BulletinYear(year=year, areas=areas, **numbers)
