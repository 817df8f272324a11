"""Published figures of the bulletins of China, to stand beside a city's own; read once."""

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
NO_FIGURES: Final = ("year", "area", "points")


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletinYear:
    """One year of an area: items per km² and per m³, shares of plastic in per cent; None is "not
    known here". `points` are the places that were watched."""

    year: int
    area: Texts
    points: int | None = None
    beach_per_km2: float | None = None
    beach_plastic_pct: float | None = None
    floating_per_km2: float | None = None
    floating_plastic_pct: float | None = None
    seabed_per_km2: float | None = None
    seabed_plastic_pct: float | None = None
    microplastics_per_m3: float | None = None

    @property
    def name(self) -> str:
        """The area and the year."""
        return f"{told(self.area)} {self.year}"

    @property
    def figures(self) -> list[str]:
        """The figures in the order of the fields."""
        names = [each.name for each in fields(self) if each.name not in NO_FIGURES]
        return [words.said(getattr(self, name)) for name in names]


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
    areas = {code: texts(names, "name") for code, names in content.data["areas"].items()}
    years = tuple(_year(areas, **year) for year in content.data["years"])
    return Bulletins(years, texts(content.data, "source"))


def _year(
    areas: dict[str, Texts], area: str, year: int, points: int | None = None, **figures: Decimal
) -> BulletinYear:
    numbers = {name: float(figure) for name, figure in figures.items()}
    return BulletinYear(area=areas[area], year=year, points=points, **numbers)
