"""What is done with city reports. Writing, returning and accepting are deeds of review."""

from partnership.reports.actions.asking import ask_for_reports
from partnership.reports.actions.excusing import ask_after_all, excuse
from partnership.reports.actions.keeping import keep_accepted
from partnership.reports.actions.publishing import publish, take_off
from partnership.reports.actions.reminding import remind
from partnership.reports.actions.writing import begin, begin_for

__all__ = [
    "ask_after_all",
    "ask_for_reports",
    "begin",
    "begin_for",
    "excuse",
    "keep_accepted",
    "publish",
    "remind",
    "take_off",
]
