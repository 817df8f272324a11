"""Roundtable dialogues, their outcome documents, and the projects that grow from them."""

from roundtables.models.annex import Annex
from roundtables.models.milestone import Milestone
from roundtables.models.outcome import Outcome
from roundtables.models.outcome_picture import OutcomePicture
from roundtables.models.outcome_section import OutcomeSection
from roundtables.models.output import Output
from roundtables.models.project import Project
from roundtables.models.project_partner import ProjectPartner
from roundtables.models.roundtable import Roundtable

__all__ = [
    "Annex",
    "Milestone",
    "Outcome",
    "OutcomePicture",
    "OutcomeSection",
    "Output",
    "Project",
    "ProjectPartner",
    "Roundtable",
]
