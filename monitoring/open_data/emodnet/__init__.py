"""The exchange formats of EMODnet Chemistry for litter on beaches and on the sea floor."""

from monitoring.open_data.emodnet.beaches import BEACHES, Beach
from monitoring.open_data.emodnet.litter import ANIMALS, LITTER, Animal, Litter
from monitoring.open_data.emodnet.seafloor import SEAFLOOR, Haul
from monitoring.open_data.emodnet.surveys import SURVEYS, BeachSurvey

__all__ = [
    "ANIMALS",
    "BEACHES",
    "LITTER",
    "SEAFLOOR",
    "SURVEYS",
    "Animal",
    "Beach",
    "BeachSurvey",
    "Haul",
    "Litter",
]
