"""Sites, surveys and samples as the files have them: plain rows, of which nobody is part."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from monitoring.sea.figures import per_km2, swept_m2, weight_per_km2
from monitoring.statistics.densities import items_per_100m


@dataclass(frozen=True, slots=True, kw_only=True)
class SurroundingRecord:
    """The nearest town, river mouth and so on of a site; an empty name and None are "unknown"."""

    kind: str
    name_zh: str
    name_en: str
    distance_km: Decimal
    bearing_deg: int | None
    population: int | None


@dataclass(frozen=True, slots=True)
class UseRecord:
    """What people do at a site; months are told where the season has them."""

    use: str
    season: str
    first_month: int | None
    last_month: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRecord:
    """A survey site; None is "unknown", `surveys` are the approved ones."""

    code: str
    name_zh: str
    name_en: str
    city: str
    city_zh: str
    city_en: str
    country: str
    latitude: Decimal
    longitude: Decimal
    beach_length_m: Decimal | None
    width_low_m: Decimal | None
    width_high_m: Decimal | None
    urbanisation: str
    cleaning: str
    cleaning_season: str
    cleaning_first_month: int | None
    cleaning_last_month: int | None
    cleaned_by: str
    sand_pct: int | None
    pebble_pct: int | None
    rock_pct: int | None
    slope_pct: Decimal | None
    curvature: str
    access: str
    back: str
    development: str
    orientation_deg: int | None
    wind_from_deg: int | None
    current_to_deg: int | None
    surveys: int
    last_survey: date | None
    is_demo: bool
    surroundings: tuple[SurroundingRecord, ...] = ()
    uses: tuple[UseRecord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRecord:
    """How many of one kind: 0 is "looked for, none found"; what was not recorded has no row."""

    item: int  # the key of the item, to find it in another list
    item_list: str
    code: str
    name_zh: str
    name_en: str
    material: str
    counts_in_total: bool
    count: int

    @property
    def column(self) -> str:
        """The heading of the item where each has a column: lists share codes."""
        return f"{self.item_list}:{self.code}"


@dataclass(frozen=True, slots=True)
class AnimalRecord:
    """Animals of one species in one state; the species as it was written."""

    species: str
    state: str
    entanglement: str
    number: int


@dataclass(frozen=True, slots=True)
class HomeRecord:
    """The place of an item in another list."""

    code: str
    name_en: str
    material: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyRecord:
    """An approved survey with its effort; who made it is left where it is."""

    number: int
    site: str
    site_zh: str
    site_en: str
    site_latitude: Decimal
    site_longitude: Decimal
    city: str
    city_zh: str
    city_en: str
    country: str
    country_zh: str
    country_en: str
    transect: str
    start_latitude: Decimal | None
    start_longitude: Decimal | None
    end_latitude: Decimal | None
    end_longitude: Decimal | None
    compartment: str
    survey_type: str
    surveyed_on: date
    replicate: int
    protocol: str
    protocol_version: str
    item_list: str
    item_list_version: str
    length_m: Decimal
    width_m: Decimal | None
    lower_size_mm: Decimal
    last_cleaned_on: date | None
    nothing_found: bool
    weight_kg: Decimal | None
    is_demo: bool
    counts: tuple[CountRecord, ...] = ()
    animals: tuple[AnimalRecord, ...] = ()
    weights: dict[str, Decimal] = field(default_factory=dict)

    @property
    def unit(self) -> str:
        return f"{self.site}-{self.transect}"

    @property
    def code(self) -> str:
        """A name for the survey that says where and when; replicates after the first bear a number."""
        name = f"{self.unit}_{self.surveyed_on.isoformat()}"
        return name if self.replicate == 1 else f"{name}_{self.replicate}"

    @property
    def items(self) -> int | None:
        """Everything counted; None where nothing was recorded at all."""
        if not self.counts:
            return 0 if self.nothing_found else None
        return sum(count.count for count in self.counts)

    @property
    def items_in_total(self) -> int | None:
        """The same without what the European threshold leaves out."""
        if self.items is None:
            return None
        return sum(count.count for count in self.counts if count.counts_in_total)

    def per_100_m(self, number: int | None) -> float | None:
        """The same figure as on pages and in reports; blank stays blank."""
        return items_per_100m(number, float(self.length_m)).value


@dataclass(frozen=True, slots=True, kw_only=True)
class SeaRecord:
    """An approved survey at sea with its effort; who made it is left where it is."""

    number: int
    site: str
    site_zh: str
    site_en: str
    city: str
    city_zh: str
    city_en: str
    country: str
    method: str
    protocol_version: str
    survey_type: str
    surveyed_on: date
    track: int
    item_list: str
    item_list_version: str
    length_m: Decimal
    width_m: Decimal
    mesh_um: Decimal | None
    size_class: str
    gear: str
    depth_m: Decimal | None
    observer_height_m: Decimal | None
    sea_state: int | None
    speed_kn: Decimal | None
    start_latitude: Decimal | None
    start_longitude: Decimal | None
    end_latitude: Decimal | None
    end_longitude: Decimal | None
    nothing_found: bool
    weight_kg: Decimal | None
    is_demo: bool
    counts: tuple[CountRecord, ...] = ()

    @property
    def code(self) -> str:
        """A name for the survey: site, method, day, and the number of a later track of the day."""
        name = f"{self.site}_{self.method}_{self.surveyed_on.isoformat()}"
        return name if self.track == 1 else f"{name}_{self.track}"

    @property
    def items(self) -> int:
        return sum(count.count for count in self.counts)

    def per_km2(self, number: int) -> float:
        """The same figure as on pages."""
        return per_km2(number, self.length_m, self.width_m)

    @property
    def kg_per_km2(self) -> float | None:
        return weight_per_km2(self.weight_kg, self.length_m, self.width_m)

    @property
    def area_m2(self) -> float:
        return swept_m2(self.length_m, self.width_m)


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRecord:
    """An approved sample of microplastics with what makes its number comparable. `taking` and
    `method` are how it was taken and what the laboratory did, by the names of fields; empty where nothing was told."""

    number: int
    city: str
    city_zh: str
    city_en: str
    country: str
    organisation: str
    matrix: str
    sampled_on: date
    latitude: Decimal
    longitude: Decimal
    depth_m: Decimal | None
    gear: str
    mesh_um: Decimal | None
    volume_m3: Decimal | None
    dry_mass_kg: Decimal | None
    species: str
    individuals: int | None
    individuals_with: int | None
    size_min_um: Decimal
    size_max_um: Decimal
    identification: str
    particles: int
    blanks: int
    blank_particles: int
    recovery_pct: Decimal | None
    concentration: float
    corrected: float | None
    is_demo: bool
    method: dict[str, Any] = field(default_factory=dict)
    taking: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BlankRecord:
    """One blank of a sample and what was found in it."""

    sample: int
    number: int
    kind: str
    particles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedRecord:
    """One particle of a sample, where they were measured one by one; None and "" are "not told"."""

    sample: int
    number: int
    length_um: Decimal
    width_um: Decimal | None
    height_um: Decimal | None
    mass_mg: Decimal | None
    area_um2: Decimal | None
    match_pct: Decimal | None
    size: str
    shape: str
    colour: str
    transparency: str
    polymer: str


@dataclass(frozen=True, slots=True)
class ParticleRecord:
    """How many particles of a sample have one value of a trait; what was not told has no row."""

    sample: int
    trait: str
    value: str
    count: int
