"""Seats that organisations fill, whom they name for them, the letters that
invite, and how people travel."""

from partnership.nominations.models.letter import Letter, LetterSeries, LetterTemplate
from partnership.nominations.models.nomination import Nomination
from partnership.nominations.models.quota import NominationQuota
from partnership.nominations.models.travel import Travel

__all__ = ["Letter", "LetterSeries", "LetterTemplate", "Nomination", "NominationQuota", "Travel"]
