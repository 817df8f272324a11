"""The sheet of beaches: 42 columns."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from monitoring.open_data.sheets import Sheet

WGS_84: Final = "4326"  # its number in the register of EPSG


@dataclass(frozen=True, slots=True, kw_only=True)
class Beach:
    """One beach; None and an empty text are "unknown"."""

    code: str
    name: str
    country: str
    latitude: Decimal | None
    longitude: Decimal | None
    coordinate_system: str = WGS_84
    described_on: date | None = None
    width_low: Decimal | None = None
    width_high: Decimal | None = None
    length: Decimal | None = None
    back: str = ""
    material: str = ""
    usage: str = ""
    access: str = ""
    cleaning_frequency: str = ""
    cleaned_by: str = ""
    notes: str = ""


BEACHES: Final = Sheet(
    "beaches.csv",
    (
        "BeachCode", "BeachName", "Country", "BeachInfoAmmendment", "FillingDate", "FillingName",
        "FillingPhone", "FillingMail", "FillingInstitute", "UrbanizationDegree", "ReferenceBeach",
        "BeachWidthLow", "BeachWidthHigh", "BeachLength", "BeachLatitude", "BeachLongitude",
        "CoordinateSystem", "BeachBack", "BeachBackOther", "BeachBackDevelopment",
        "DevelopmentDescription", "PositionMeasurementDate", "CurrentsDirection", "WindsDirection",
        "BeachOrientation", "BeachMaterial", "BeachTopography", "Obstacles", "Usage1",
        "Usage1Seasonality", "Usage2", "Usage2Seasonality", "Usage3", "Usage3Seasonality",
        "BeachAccess", "BeachCleaningSeasonality", "SeasonalityMonths", "CleaningFrequency",
        "OtherDescription", "CleaningMethod", "CleaningResponsible", "Notes",
    ),
    Beach,
    {
        "BeachCode": "code",
        "BeachName": "name",
        "Country": "country",
        "FillingDate": "described_on",
        "BeachWidthLow": "width_low",
        "BeachWidthHigh": "width_high",
        "BeachLength": "length",
        "BeachLatitude": "latitude",
        "BeachLongitude": "longitude",
        "CoordinateSystem": "coordinate_system",
        "BeachBack": "back",
        "BeachMaterial": "material",
        "Usage1": "usage",
        "BeachAccess": "access",
        "CleaningFrequency": "cleaning_frequency",
        "CleaningResponsible": "cleaned_by",
        "Notes": "notes",
    },
    {
        "FillingDate": date.fromisoformat,
        "BeachWidthLow": Decimal,
        "BeachWidthHigh": Decimal,
        "BeachLength": Decimal,
        "BeachLatitude": Decimal,
        "BeachLongitude": Decimal,
    },
)  # fmt: skip
