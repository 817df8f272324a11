"""A city's own figures beside those of the bulletins, each in the unit the bulletins have it in."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from monitoring.choices import Matrix, SeaMethod
from monitoring.results.bulletins import Bulletins
from monitoring.results.sea_drawings import group, samples
from monitoring.results.shapes import AreaResult
from monitoring.results.words import UNITS
from monitoring.statistics.microplastics import Basis
from partnership.core.charts import Chart, Kind, Point, Series


@dataclass(frozen=True, slots=True)
class Own:
    """A figure of the city, the years behind it, and the figure of the bulletins it may stand beside."""

    title: str
    unit: str | Promise
    of: str
    value: float
    years: tuple[int, int]
    published: str


def beside_bulletins(
    result: AreaResult, name: str, bulletins: Bulletins
) -> list[tuple[str, Chart]]:
    """Return a chart, with the id it bears on the page, for each figure of the city that the bulletins
    know, too. What they say of the sea surface does not tell how it was watched and stands in their
    table alone."""
    return [
        (f"beside-bulletins-{number}", _chart(own, result, name, bulletins))
        for number, own in enumerate(_own(result), start=1)
    ]


def _own(result: AreaResult) -> Iterator[Own]:
    """Yield the figures that are known: per 100 m cannot be made from per km2, nor the other way."""
    if result.per_km2.value is not None:
        years = result.coverage.years
        title = _("Beach litter beside the bulletins")
        ends = years[0], years[-1]
        yield Own(title, _("items per km²"), "", result.per_km2.value, ends, "beach_per_km2")
    for at_sea in result.sea:
        if at_sea.method == SeaMethod.SEABED and at_sea.per_km2.value is not None:
            title = _("Litter of the seabed beside the bulletins")
            ends = at_sea.period.first.year, at_sea.period.last.year
            value = at_sea.per_km2.value
            yield Own(title, _("items per km²"), group(at_sea), value, ends, "seabed_per_km2")
    for micro in result.micro:
        is_alike = micro.matrix == Matrix.SURFACE_WATER and micro.unit == Basis.VOLUME
        if is_alike and micro.raw_mean is not None:
            title = _("Microplastics of surface water beside the bulletins")
            ends = micro.period.first.year, micro.period.last.year
            value, unit = micro.raw_mean, UNITS[micro.unit]
            yield Own(title, unit, samples(micro), value, ends, "microplastics_per_m3")


def _chart(own: Own, result: AreaResult, name: str, bulletins: Bulletins) -> Chart:
    label = f"{name} {'–'.join(dict.fromkeys(map(str, own.years)))}"
    if result.is_demo:
        label = _("%(name)s (demo data)") % {"name": label}
    published = [
        Point(year.name, figure)
        for year in bulletins.years
        if (figure := getattr(year, own.published))
    ]
    value = round(own.value) if own.value >= 100 else round(own.value, 2)
    return Chart(
        own.title,
        str(own.unit),
        [Series(_("Mean"), [Point(label, value), *published])],
        kind=Kind.RANKED,
        label_heading=_("Area and year"),
        source=bulletins.source,
        notes=[own.of] if own.of else [],
    )
