"""Samples of microplastics in the 22 columns of NOAA NCEI's product."""

from decimal import Decimal
from typing import Final

from monitoring.choices import SEDIMENT, WATER, Gear
from monitoring.open_data.fields import Field
from monitoring.open_data.records import SampleRecord
from monitoring.statistics.microplastics import DensityClass, density_class

RANGES: Final = {
    DensityClass.VERY_LOW: "0-0.0005",
    DensityClass.LOW: "0.0005-0.005",
    DensityClass.MEDIUM: "0.005-1",
    DensityClass.HIGH: "1-10",
    DensityClass.VERY_HIGH: ">=10",
}
GEARS: Final = {
    Gear.MANTA: "Manta net",
    Gear.NEUSTON: "Neuston net",
    Gear.PUMP: "Pump",
    Gear.BOTTLE: "Niskin bottle",
    Gear.GRAB: "Grab",
    Gear.CORER: "Corer",
    Gear.QUADRAT: "Quadrat",
    Gear.OTHER: "Other",
}


def class_of(sample: SampleRecord) -> tuple[str, str]:
    """Return range and class; only numbers per cubic metre of water have any."""
    if sample.matrix not in WATER:
        return "", ""
    found = density_class(sample.concentration)
    return RANGES[found], str(found)


def unit_of(sample: SampleRecord) -> str:
    if sample.matrix in WATER:
        return "pieces/m3"
    return "pieces/kg d.w." if sample.matrix in SEDIMENT else "pieces/individual"


def _keywords(sample: SampleRecord) -> str:
    """What no column of the format has, and a number needs to be compared."""
    mesh = [f"mesh {float(sample.mesh_um):g} um"] if sample.mesh_um is not None else []
    sizes = f"sizes {float(sample.size_min_um):g}-{float(sample.size_max_um):g} um"
    demo = ["demo data"] if sample.is_demo else []
    method = f"identified by {sample.identification}"
    blanks = f"{sample.blanks} blanks with {sample.blank_particles} particles, not taken off"
    quality = [*_known("recovery", sample.recovery_pct, "%"), *_limit(sample)]
    return "; ".join([*demo, sample.matrix, *mesh, sizes, method, blanks, *quality])


def _limit(sample: SampleRecord) -> list[str]:
    return _known("limit of detection", sample.method.get("lod_particles"), "particles")


def _known(name: str, value: Decimal | None, unit: str) -> list[str]:
    return [] if value is None else [f"{name} {float(value):g} {unit}"]


def _day(sample: SampleRecord) -> str:
    day = sample.sampled_on
    return f"{day.month}/{day.day}/{day.year} 12:00:00 AM"


def _blank(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, "", lambda _row: None) for name in names)


FIELDS: Final = (
    Field("OBJECTID", "", lambda row: row.number),
    *_blank("Oceans", "Regions", "SubRegions"),
    Field("Sampling Method", "", lambda row: GEARS[Gear(row.gear)]),
    Field("Measurement", "", lambda row: row.concentration),
    Field("Unit", "", unit_of),
    Field("Density Range", "", lambda row: class_of(row)[0]),
    Field("Density Class", "", lambda row: class_of(row)[1]),
    *_blank("Short Reference", "Long Reference", "DOI"),
    Field("Organization", "", lambda row: row.organisation),
    Field("Keywords", "", _keywords),
    *_blank("Accession Number", "Accession Link"),
    Field("Latitude", "", lambda row: row.latitude),
    Field("Longitude", "", lambda row: row.longitude),
    Field("Date", "", _day),
    *_blank("GlobalID"),
    Field("x", "", lambda row: row.longitude),
    Field("y", "", lambda row: row.latitude),
)
