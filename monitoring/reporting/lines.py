"""Reports in a list: plain columns, without what was frozen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from monitoring.models import AnnualReport, MonitoringReport, ReportWithdrawal
from monitoring.reporting.document import whole_region
from partnership.core import languages


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One version of a report."""

    number: str
    area: str
    first_day: date
    last_day: date
    made_at: datetime
    is_demo: bool


def report_lines(reports: Iterable[Any]) -> list[ReportLine]:
    """Return the rows of a page in its order, in one question more."""
    keys = [report.pk for report in reports]
    columns = ("number", f"place__{languages.column('name')}", "first_day", "last_day", "made_at")
    rows = MonitoringReport.objects.filter(pk__in=keys).latest_first()
    return [
        ReportLine(number, city or whole_region(), first, last, made, is_demo)
        for number, city, first, last, made, is_demo in rows.values_list(*columns, "is_demo")
    ]


def newer_than(report: MonitoringReport) -> str:
    """Return the number of the latest version where `report` is not it, else an empty text."""
    period = report.first_day, report.last_day
    versions = MonitoringReport.objects.same_question(report.scope, report.place, period)
    later = versions.standing().filter(version_no__gt=report.version_no).latest_first()
    return later.values_list("number", flat=True).first() or ""


def written_around(report: MonitoringReport) -> list[str]:
    """Return the numbers of the annual city reports that stand around these figures."""
    rows = AnnualReport.objects.approved().filter(computed=report).latest_first()
    return list(rows.values_list("number", flat=True))


def withdrawal_of(report: MonitoringReport) -> ReportWithdrawal | None:
    """Return when and why a report was withdrawn; None while it stands."""
    found: ReportWithdrawal | None = getattr(report, "withdrawal", None)
    return found
