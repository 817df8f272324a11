"""How things are cited: one record, many forms."""

from partnership.core.citations.record import SECRETARIAT, Cited, Record
from partnership.core.citations.styles import Citation, apa, for_people, gbt7714

__all__ = ["SECRETARIAT", "Citation", "Cited", "Record", "apa", "for_people", "gbt7714"]
