"""A case and its rows."""

from cases.models.block import BuildingBlock
from cases.models.case import Case
from cases.models.indicator import IndicatorRow
from cases.models.money import MoneyRow
from cases.models.partner import CasePartner
from cases.models.picture import CasePicture
from cases.models.place import CasePlace
from cases.models.source import CaseSource
from cases.models.submission import CaseSubmission

__all__ = [
    "BuildingBlock",
    "Case",
    "CasePartner",
    "CasePicture",
    "CasePlace",
    "CaseSource",
    "CaseSubmission",
    "IndicatorRow",
    "MoneyRow",
]
