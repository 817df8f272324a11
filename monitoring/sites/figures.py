"""What follows from one survey, computed by the service that reports and exports use."""

from dataclasses import dataclass

from django.db.models import Q, Sum
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from monitoring.models import Survey
from monitoring.statistics.clean_coast import CoastClass, clean_coast_index
from monitoring.statistics.densities import area_m2, items_per_100m, items_per_km2, kg_per_km2
from partnership.reference.choices import Material

CLASSES: dict[CoastClass, str | Promise] = {
    CoastClass.VERY_CLEAN: _("very clean"),
    CoastClass.CLEAN: _("clean"),
    CoastClass.MODERATELY_DIRTY: _("moderately dirty"),
    CoastClass.DIRTY: _("dirty"),
    CoastClass.EXTREMELY_DIRTY: _("extremely dirty"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """Items that count in totals; None where none of them was recorded."""

    items: int | None
    plastic: int | None


def found_by(survey: Survey) -> Found:
    """Return the totals of a survey; one that found nothing found 0 of everything."""
    totals = survey.counts.filter(item__counts_in_total=True).aggregate(
        items=Sum("count"), plastic=Sum("count", filter=Q(item__material=Material.PLASTIC))
    )
    nothing = 0 if survey.nothing_found else None
    return Found(*(nothing if value is None else value for value in totals.values()))


def figures(survey: Survey) -> list[dict[str, str | Promise]]:
    """Return the figures under their terms; what has no denominator is left out, not guessed."""
    found, length = found_by(survey), float(survey.length_m)
    shown = [(_("Items per 100 m"), items_per_100m(found.items, length).value)]
    index = ""
    if survey.width_m is not None:
        area = area_m2(length, float(survey.width_m))
        shown.append((_("Items per km²"), items_per_km2(found.items, area).value))
        if survey.weight_kg is not None:
            weighed = kg_per_km2(float(survey.weight_kg), area)
            shown.append((_("Weight, kg per km²"), weighed.value))
        index = _index(found.plastic, area)
    facts: list[dict[str, str | Promise]] = [
        {"term": term, "value": f"{value:,.1f}"} for term, value in shown if value is not None
    ]
    return [*facts, {"term": _("Clean Coast Index"), "value": index}] if index else facts


def _index(plastic: int | None, area: float) -> str:
    coast = clean_coast_index(plastic, area)
    if coast.value is None or coast.coast_class is None:
        return ""
    return f"{coast.value:.1f} ({CLASSES[coast.coast_class]})"
