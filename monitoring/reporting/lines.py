"""Reports in a list: plain columns, without what was frozen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from monitoring.models import AnnualReport, MonitoringReport, ReportOrder, ReportWithdrawal
from monitoring.reporting.document import title_of, whole_region
from partnership.accounts.models import User
from partnership.core import languages

LAST: Final = 10  # orders that are shown to whoever gave them


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


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A report that was asked for, and how far it is."""

    key: UUID
    title: str
    state: str
    asked_at: datetime
    number: str


def order_lines(user: User) -> list[OrderLine]:
    """Return the last reports `user` has asked for, in one question."""
    orders = ReportOrder.objects.visible_to(user).latest_first().select_related("place", "report")
    return [
        OrderLine(
            order.key,
            title_of(area_of(order), order.first_year, order.last_year),
            order.get_state_display(),
            order.created_at,
            order.report.number if order.report else "",
        )
        for order in orders.defer("report__content")[:LAST]
    ]


def area_of(order: ReportOrder) -> str:
    """Return what an ordered report is about, in the reader's language."""
    if order.place is None:
        return whole_region()
    name: str = getattr(order.place, languages.column("name"))
    return name
