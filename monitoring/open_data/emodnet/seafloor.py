"""The table of litter on the sea floor: 34 columns, separated by tabs."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from monitoring.open_data.emodnet.beaches import WGS_84
from monitoring.open_data.sheets import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Haul:
    """Items of one kind in one haul; None and an empty text are "unknown"."""

    survey: str
    hauled_on: date
    country: str
    station: str
    haul: str
    list_name: str
    item: str
    items: int | None
    items_unit: str
    project: str = ""
    policy: str = ""
    ship: str = ""
    gear: str = ""
    originator: str = ""
    collator: str = ""
    coordinate_system: str = WGS_84
    shoot_latitude: Decimal | None = None
    shoot_longitude: Decimal | None = None
    haul_latitude: Decimal | None = None
    haul_longitude: Decimal | None = None
    depth: Decimal | None = None
    distance: Decimal | None = None
    ground_speed: Decimal | None = None
    wing_spread: Decimal | None = None
    shot_at: str = ""  # as written: EMODnet wants UTC with a Z
    minutes: Decimal | None = None


NUMBERS: Final = (
    "ShootLat", "ShootLong", "HaulLat", "HaulLong", "Depth", "Distance", "GroundSpeed",
    "WingSpread", "HaulDur",
)  # fmt: skip

SEAFLOOR: Final = Sheet(
    "seafloor.tsv",
    (
        "SurveyName", "ProjectCode", "DataPolicy", "Date", "Ship", "Gear", "Country", "Originator",
        "Collator", "StNo", "HaulNo", "CoordRefSys", "ShootLat", "ShootLong", "HaulLat",
        "HaulLong", "Depth", "Distance", "GroundSpeed", "WingSpread", "DoorSpread", "WarpLength",
        "LTREF", "PARAM", "LTSZC", "LTSRC", "TYPPL", "LTPRP", "UnitWgt", "LT_Weight", "UnitItem",
        "LT_Items", "Shot_timestamp", "HaulDur",
    ),
    Haul,
    {
        "SurveyName": "survey",
        "ProjectCode": "project",
        "DataPolicy": "policy",
        "Date": "hauled_on",
        "Ship": "ship",
        "Gear": "gear",
        "Country": "country",
        "Originator": "originator",
        "Collator": "collator",
        "StNo": "station",
        "HaulNo": "haul",
        "CoordRefSys": "coordinate_system",
        "ShootLat": "shoot_latitude",
        "ShootLong": "shoot_longitude",
        "HaulLat": "haul_latitude",
        "HaulLong": "haul_longitude",
        "Depth": "depth",
        "Distance": "distance",
        "GroundSpeed": "ground_speed",
        "WingSpread": "wing_spread",
        "LTREF": "list_name",
        "PARAM": "item",
        "UnitItem": "items_unit",
        "LT_Items": "items",
        "Shot_timestamp": "shot_at",
        "HaulDur": "minutes",
    },
    {"Date": date.fromisoformat, "LT_Items": int, **dict.fromkeys(NUMBERS, Decimal)},
    delimiter="\t",
)  # fmt: skip
