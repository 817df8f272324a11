"""Dialogues, outcome documents and projects that come with the portal as demo data."""

from roundtables.demo.dialogues import load
from roundtables.demo.outcomes import load as load_outcomes
from roundtables.demo.outcomes import tie_commitments
from roundtables.demo.projects import load as load_projects

__all__ = ["load", "load_outcomes", "load_projects", "tie_commitments"]
