"""Pages of city reports."""

from partnership.reports.views.own import begin, mine, of_event, own
from partnership.reports.views.public import report, report_list

__all__ = ["begin", "mine", "of_event", "own", "report", "report_list"]
