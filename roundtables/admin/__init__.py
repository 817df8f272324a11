"""Dialogues, outcome documents and projects in the secretariat's admin."""

from roundtables.admin.outcomes import OutcomeAdmin
from roundtables.admin.projects import ProjectAdmin
from roundtables.admin.roundtables import RoundtableRow

__all__ = ["OutcomeAdmin", "ProjectAdmin", "RoundtableRow"]
