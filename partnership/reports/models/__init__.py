"""What cities report after an event, and what it says."""

from partnership.reports.models.case_lead import CaseLead
from partnership.reports.models.report import EventReport
from partnership.reports.models.reported_action import ReportedAction

__all__ = ["CaseLead", "EventReport", "ReportedAction"]
