"""Densities of single surveys at sea, by the service that results and files use."""

from decimal import Decimal

from monitoring.statistics.densities import area_m2, items_per_km2, kg_per_km2


def per_km2(total: float, length_m: Decimal, width_m: Decimal) -> float:
    """Return items per km2; a total is never blank, since "nothing found" is said."""
    return items_per_km2(total, swept_m2(length_m, width_m)).value or 0.0


def weight_per_km2(weight_kg: Decimal | None, length_m: Decimal, width_m: Decimal) -> float | None:
    """Return kg per km2; None where nothing was weighed."""
    weight = None if weight_kg is None else float(weight_kg)
    return kg_per_km2(weight, swept_m2(length_m, width_m)).value


def swept_m2(length_m: Decimal, width_m: Decimal) -> float:
    """Return the area watched or swept."""
    return area_m2(float(length_m), float(width_m))
