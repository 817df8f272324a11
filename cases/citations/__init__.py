"""How a case and its sources are cited: one record, many forms."""

from cases.citations.record import Record, of_case, of_collection, of_source, of_titled
from cases.citations.styles import Citation, apa, for_people, gbt7714

__all__ = [
    "Citation",
    "Record",
    "apa",
    "for_people",
    "gbt7714",
    "of_case",
    "of_collection",
    "of_source",
    "of_titled",
]
