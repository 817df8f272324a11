"""Nominations in the secretariat's admin."""

from partnership.nominations.admin.letters import LetterAdmin, LetterTemplateAdmin
from partnership.nominations.admin.nominations import NominationAdmin
from partnership.nominations.admin.quotas import QuotaAdmin
from partnership.nominations.admin.travel import TravelAdmin

__all__ = ["LetterAdmin", "LetterTemplateAdmin", "NominationAdmin", "QuotaAdmin", "TravelAdmin"]
