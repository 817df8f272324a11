"""Public pages of dialogues, outcome documents and projects."""

from roundtables.views.home import home
from roundtables.views.outcomes import annex, outcome, outcome_list, outcome_pdf
from roundtables.views.projects import output, project, project_list, projects_csv
from roundtables.views.series_pages import (
    participants,
    participants_csv,
    participation_csv,
    series,
    series_csv,
)

__all__ = [
    "annex",
    "home",
    "outcome",
    "outcome_list",
    "outcome_pdf",
    "output",
    "participants",
    "participants_csv",
    "participation_csv",
    "project",
    "project_list",
    "projects_csv",
    "series",
    "series_csv",
]
