"""What is done in monitoring: marks of trainings kept, what was accepted recorded, reports frozen."""

from monitoring.actions.reports import make_report
from monitoring.actions.samples import record_sample
from monitoring.actions.scores import Marks, note_scores
from monitoring.actions.surveys import record_survey

__all__ = ["Marks", "make_report", "note_scores", "record_sample", "record_survey"]
