"""Concentrations of samples, by the one service that computes them."""

from monitoring.choices import SEDIMENT, WATER
from monitoring.models import MicroSample
from monitoring.statistics.microplastics import Basis, Concentration
from monitoring.statistics.microplastics import concentration as compute


def concentration(sample: MicroSample) -> Concentration:
    """Return the number in one m3, kg of dry mass or individual, raw and less the mean blank.

    A sample keeps how many blanks there were and what they held together, so their mean stands in
    for each.
    """
    mean = sample.blank_particles / sample.blanks if sample.blanks else 0
    return compute(
        sample.particles,
        denominator(sample),
        basis_of(sample),
        smallest_um=float(sample.size_min_um),
        blanks=[mean] * sample.blanks,
    )


def basis_of(sample: MicroSample) -> Basis:
    if sample.matrix in WATER:
        return Basis.VOLUME
    return Basis.DRY_MASS if sample.matrix in SEDIMENT else Basis.INDIVIDUAL


def denominator(sample: MicroSample) -> float:
    """Return what the particles were counted in; the database holds that it is there."""
    if sample.matrix in WATER:
        return float(sample.volume_m3 or 0)
    if sample.matrix in SEDIMENT:
        return float(sample.dry_mass_kg or 0)
    return float(sample.individuals or 0)
