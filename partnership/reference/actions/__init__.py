"""Deeds on reference data."""

from partnership.reference.actions.load import ReferenceReport, load_reference, read_files
from partnership.reference.actions.reading import Fault, ReferenceFaulty

__all__ = ["Fault", "ReferenceFaulty", "ReferenceReport", "load_reference", "read_files"]
