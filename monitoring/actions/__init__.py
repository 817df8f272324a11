"""What is done in monitoring: marks of trainings kept, what was accepted recorded, reports frozen."""

from monitoring.actions.annual import keep_annual, open_annual
from monitoring.actions.reports import make_report
from monitoring.actions.samples import record_sample
from monitoring.actions.scores import Marks, note_scores
from monitoring.actions.surveys import record_survey
from monitoring.actions.waste import open_profile, record_profile

__all__ = [
    "Marks",
    "keep_annual",
    "make_report",
    "note_scores",
    "open_annual",
    "open_profile",
    "record_profile",
    "record_sample",
    "record_survey",
]
