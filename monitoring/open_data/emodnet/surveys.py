"""The sheet of surveys: 58 columns, those of the surveyors always blank."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from monitoring.open_data.emodnet.beaches import WGS_84
from monitoring.open_data.sheets import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class BeachSurvey:
    """One survey of a beach; None and an empty text are "unknown"."""

    beach: str
    code: str
    survey_type: str
    surveyed_on: date
    policy: str = ""
    collator: str = ""
    start_latitude: Decimal | None = None
    start_longitude: Decimal | None = None
    end_latitude: Decimal | None = None
    end_longitude: Decimal | None = None
    coordinate_system: str = WGS_84
    length: Decimal | None = None
    width: Decimal | None = None
    last_cleaned_on: date | None = None
    animals: int | None = None
    notes: str = ""


SURVEYS: Final = Sheet(
    "surveys.csv",
    (
        "BeachCode", "SurveyCode", "SurveyType", "DataPolicy", "SurveyDate", "Originator",
        "Collator", "ProjectCode", "SurveyStartLatitude", "SurveyStartLongitude",
        "SurveyEndLatitude", "SurveyEndLongitude", "CoordinateSystem", "SurveyLength",
        "SurveyWidth", "Surveyor1Name", "Surveyor1Phone", "Surveyor1Mail", "Surveyor2Name",
        "Surveyor2Phone", "Surveyor2Mail", "TownName", "TownDistance", "TownPosition",
        "TownPopulation", "WinterTourists", "SpringTourists", "SummerTourists", "AutumnTourists",
        "FoodOutlets", "FoodOutletsDistance", "FoodOutletsSeasonality", "SeasonalityMonths",
        "FoodOutletsPosition", "ShippingLaneDistance", "ShippingLaneTraffic",
        "ShippingLaneTypes", "ShippingLanePosition", "HarbourName", "HarbourDistance",
        "HarbourPosition", "HarbourType", "HarbourSize", "RiverName", "RiverDistance",
        "RiverPosition", "WasteWaterDischarges", "WasteWaterDistance", "WasteWaterPosition",
        "LitterPresence", "LastCleaning", "WeatherConditions", "WeatherConditionsOther",
        "AnimalsFound", "AnimalsNumber", "SurveyCircumstances", "SpecialEvents", "Notes",
    ),
    BeachSurvey,
    {
        "BeachCode": "beach",
        "SurveyCode": "code",
        "SurveyType": "survey_type",
        "DataPolicy": "policy",
        "SurveyDate": "surveyed_on",
        "Collator": "collator",
        "SurveyStartLatitude": "start_latitude",
        "SurveyStartLongitude": "start_longitude",
        "SurveyEndLatitude": "end_latitude",
        "SurveyEndLongitude": "end_longitude",
        "CoordinateSystem": "coordinate_system",
        "SurveyLength": "length",
        "SurveyWidth": "width",
        "LastCleaning": "last_cleaned_on",
        "AnimalsNumber": "animals",
        "Notes": "notes",
    },
    {
        "SurveyDate": date.fromisoformat,
        "LastCleaning": date.fromisoformat,
        "AnimalsNumber": int,
        **dict.fromkeys(
            (
                "SurveyStartLatitude", "SurveyStartLongitude", "SurveyEndLatitude",
                "SurveyEndLongitude", "SurveyLength", "SurveyWidth",
            ),
            Decimal,
        ),
    },
)  # fmt: skip
