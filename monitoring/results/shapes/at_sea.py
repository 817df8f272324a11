"""The parts of a result that tell of microplastics and of litter at sea."""

from dataclasses import dataclass, field
from datetime import date

from monitoring.results.shapes.parts import Figure, Interval, Sdg, Trend
from monitoring.statistics.results import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Particles:
    """How the particles of `n` samples that told a trait divide by it: numbers by value, 0 where it
    was looked for in vain. Those of other samples, and of other traits, are never added."""

    trait: str
    n: int
    counts: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Micro:
    """Samples of one matrix, mesh and size range: others cannot be compared with them.

    `raw` as counted, `corrected` less the mean blank of the `corrected_n` samples with blanks;
    `few_blanks` samples have fewer than three. Neither is corrected for recovery, which `recovery_n`
    samples measured. Intervals of medians are by order statistics, those of means as `mean_method` says.
    Reports frozen before what has a default was told do without it.
    """

    matrix: str
    unit: str
    mesh_um: float | None
    smallest_um: float
    largest_um: float
    n: int
    period: Period
    raw_median: float | None
    raw_mean: float | None
    corrected_n: int
    corrected_median: float | None
    corrected_mean: float | None
    few_blanks: int
    method: str
    traits: tuple[Particles, ...] = ()
    raw_interval: Interval | None = None
    corrected_interval: Interval | None = None
    recovery_n: int = 0
    recovery_median: float | None = None
    raw_mean_interval: Interval | None = None
    corrected_mean_interval: Interval | None = None
    mean_method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sea:
    """Surveys at sea by one method, of one size of pieces and one mesh: others are never added to them.

    All items count. `per_km2` and `kg_per_km2` are means of the densities of surveys, as the bulletins
    have them; `median_per_km2` stands beside the first, with its interval. `plastic_share` and `shares`
    are per cent of all items. `sdg` counts the plastic among floating litter, in a ratio of sums; the
    seabed has none. `top` are the ten kinds found most, as `list:code` with their numbers. Reports frozen
    before what has a default was told do without it.
    """

    method: str
    size_class: str
    mesh_um: float | None
    n: int
    sites: int
    period: Period
    area_km2: float
    items: int
    per_km2: Figure
    kg_per_km2: Figure
    median_per_km2: float | None
    plastic_share: float | None
    interval: Interval | None = None
    trend: Trend | None = None
    shares: dict[str, float] = field(default_factory=dict)
    sdg: Sdg | None = None
    top: tuple[tuple[str, float], ...] = ()
    plastic_interval: Interval | None = None

    @property
    def group(self) -> tuple[str, str, float | None]:
        """What surveys must share to be compared."""
        return self.method, self.size_class, self.mesh_um


@dataclass(frozen=True, slots=True, kw_only=True)
class SeaPoint:
    """One survey at sea, in the group of `Sea` it belongs to."""

    method: str
    size_class: str
    mesh_um: float | None
    site: str
    on: date
    per_km2: float

    @property
    def group(self) -> tuple[str, str, float | None]:
        return self.method, self.size_class, self.mesh_um
