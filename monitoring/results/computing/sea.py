"""Surveys at sea, put together only where they can be compared, in the units of the bulletins."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from monitoring.choices import COMPARTMENT_OF, SeaMethod
from monitoring.results.questions import SeaRow
from monitoring.results.shapes import Figure, Sea
from monitoring.statistics.bulletin import Compartment, bulletin_value
from monitoring.statistics.densities import Density, items_per_km2, kg_per_km2
from monitoring.statistics.descriptive import median
from monitoring.statistics.results import Period

IN_BULLETINS: Final = {
    SeaMethod.VISUAL: Compartment.FLOATING_VISUAL,
    SeaMethod.TRAWL: Compartment.FLOATING_TRAWL,
    SeaMethod.SEABED: Compartment.SEABED,
}
ORDER: Final = list(SeaMethod)


def sea(surveys: Sequence[SeaRow]) -> tuple[Sea, ...]:
    """Return one entry for each method, size of pieces and mesh; only monitoring enters."""
    groups = defaultdict(list)
    for survey in surveys:
        if not survey.left_out:
            method = ORDER.index(SeaMethod(survey.method))
            groups[method, survey.size_class, survey.mesh_um or 0].append(survey)
    return tuple(_joined(groups[key]) for key in sorted(groups))


def by_compartment(surveys: Sequence[SeaRow]) -> Counter[str]:
    """Count surveys by where they looked, whether they enter or not."""
    return Counter(str(COMPARTMENT_OF[SeaMethod(survey.method)]) for survey in surveys)


def _joined(surveys: Sequence[SeaRow]) -> Sea:
    first, days = surveys[0], [survey.on for survey in surveys]
    found = [items_per_km2(survey.items, survey.area_m2) for survey in surveys]
    weighed = [
        kg_per_km2(survey.weight_kg, survey.area_m2)
        for survey in surveys
        if survey.weight_kg is not None
    ]
    items = sum(survey.items for survey in surveys)
    return Sea(
        method=first.method,
        size_class=first.size_class,
        mesh_um=first.mesh_um,
        n=len(surveys),
        sites=len({survey.site for survey in surveys}),
        period=Period(min(days), max(days)),
        area_km2=sum(survey.area_m2 for survey in surveys) / 1_000_000,
        items=items,
        per_km2=_mean(first.method, found, "个/km2"),
        kg_per_km2=_mean(first.method, weighed, "kg/km2"),
        median_per_km2=median(density.value for density in found),
        plastic_share=100 * sum(survey.plastic for survey in surveys) / items if items else None,
    )


def _mean(method: str, densities: Sequence[Density], unit: str) -> Figure:
    compartment = IN_BULLETINS[SeaMethod(method)]
    value = bulletin_value(compartment, [(compartment, each) for each in densities], unit)
    return Figure(value=value.value, unit=value.unit, n=value.n, method=value.method)
