"""The sheets of litter (7 columns) and of animals found in it (8 columns)."""

from dataclasses import dataclass
from typing import Final

from monitoring.open_data.sheets import Sheet

# What EMODnet calls the lists that stand in both its legend and ours.
LIST_NAMES: Final = {"tsg-ml": "TSG-ML", "ospar": "OSPAR", "unep-ioc": "UNEP"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Litter:
    """How many items of one kind a survey found; a kind that was not recorded has no row."""

    survey: str
    list_name: str
    code: str
    name: str
    number: int
    original_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Animal:
    """Animals of one species in one state. The words of the format for state and entanglement were not
    seen, so that these stay blank; the number stands in the comments."""

    survey: str
    species: str
    comments: str = ""


LITTER: Final = Sheet(
    "litter.csv",
    (
        "SurveyCode", "LitterReferenceList", "ItemCode", "ItemName", "ParameterOriginalName",
        "NoItems", "Notes",
    ),
    Litter,
    {
        "SurveyCode": "survey",
        "LitterReferenceList": "list_name",
        "ItemCode": "code",
        "ItemName": "name",
        "ParameterOriginalName": "original_name",
        "NoItems": "number",
    },
    {"NoItems": int},
)  # fmt: skip

ANIMALS: Final = Sheet(
    "animals.csv",
    (
        "SurveyCode", "Animal", "State", "Sex", "Age", "Entanglement", "EntanglementNature",
        "Comments",
    ),
    Animal,
    {"SurveyCode": "survey", "Animal": "species", "Comments": "comments"},
)  # fmt: skip
