"""Deeds on reference data."""

from partnership.reference.actions.add import PlaceReviewed, add_city
from partnership.reference.actions.litter import load_litter, read_litter_files
from partnership.reference.actions.load import ReferenceReport, load_reference, read_files
from partnership.reference.actions.reading import Fault, ReferenceFaulty

__all__ = [
    "Fault",
    "PlaceReviewed",
    "ReferenceFaulty",
    "ReferenceReport",
    "add_city",
    "load_litter",
    "load_reference",
    "read_files",
    "read_litter_files",
]
