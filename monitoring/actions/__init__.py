"""What is done in monitoring: marks of trainings kept, what was accepted recorded, reports frozen,
large files made."""

from monitoring.actions.annual import keep_annual, open_annual
from monitoring.actions.ordering import make_next_report, order_report
from monitoring.actions.preparing import ask_for_file, prepare_next
from monitoring.actions.reports import make_report, withdraw_report
from monitoring.actions.samples import record_sample
from monitoring.actions.scores import Marks, note_scores
from monitoring.actions.surveys import record_sea_survey, record_survey
from monitoring.actions.waste import open_profile, record_profile

__all__ = [
    "Marks",
    "ask_for_file",
    "keep_annual",
    "make_next_report",
    "make_report",
    "note_scores",
    "open_annual",
    "open_profile",
    "order_report",
    "prepare_next",
    "record_profile",
    "record_sample",
    "record_sea_survey",
    "record_survey",
    "withdraw_report",
]
