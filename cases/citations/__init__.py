"""How a case and its sources are cited: one record, many forms."""

from cases.citations.record import of_case, of_collection, of_source, of_titled
from partnership.core.citations import Citation, Record, apa, for_people, gbt7714

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
