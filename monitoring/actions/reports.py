"""Freezing what is known of a city or the region, and taking such a report back."""

from datetime import date
from typing import Final

from django.db import transaction

from monitoring import policies
from monitoring.choices import ReportScope, ScopeKind
from monitoring.errors import NothingToReport, SameAsBefore, WithdrawnAlready
from monitoring.models import MonitoringReport, ReportWithdrawal
from monitoring.reporting import numbering
from monitoring.reporting.freezing import check_sum
from monitoring.reporting.gathering import content_of
from monitoring.results.service import compute
from monitoring.results.shapes import Scope
from monitoring.statistics.results import Period
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.made_files import Told
from partnership.reference.models import Place

STEPS: Final = 3  # computing, gathering names and answers, writing


def make_report(
    place: Place | None,
    first: int,
    last: int,
    *,
    by: User | None,
    told: Told = lambda _done, _total: None,
) -> MonitoringReport:
    """Compute the years from `first` to `last` and keep the result as a new version.

    Without a place it is about the whole region. `by` is None where the portal loads demo data. `told` hears
    how many of the steps are done.
    """
    told(0, STEPS)
    if by is not None:
        policies.may_report(by, place).require()
    period = Period(date(first, 1, 1), date(last, 12, 31))
    kind = ScopeKind.CITY if place else ScopeKind.REGION
    result = compute(Scope(kind, place.code if place else "", period))
    if not result.is_surveyed:
        raise NothingToReport
    told(1, STEPS)
    content = content_of(result, place)
    told(2, STEPS)
    report = MonitoringReport(
        scope=ReportScope.CITY if place else ReportScope.REGION,
        place=place,
        first_day=period.first,
        last_day=period.last,
        statistics_version=result.version,
        content=content,
        organisation=policies.surveyor_of(by, place) if by is not None and place else None,
        is_demo=result.is_demo,
    )
    kept = _kept(report, by)
    told(STEPS, STEPS)
    return kept


@transaction.atomic
def withdraw_report(
    report: MonitoringReport, reason_zh_hans: str, reason_en: str, *, by: User
) -> ReportWithdrawal:
    """Take a report back: its address answers that it was withdrawn, and why. Its row stays as it was
    frozen, so that its number is given to no other; made again, it gets the next one."""
    policies.may_withdraw_report(by).require()
    numbering.lock()
    if ReportWithdrawal.objects.filter(report=report).exists():
        raise WithdrawnAlready(number=report.number)
    withdrawal: ReportWithdrawal = ReportWithdrawal.objects.create(
        report=report, reason_zh_hans=reason_zh_hans.strip(), reason_en=reason_en.strip()
    )
    audit.record(Verb.WITHDRAWN, report, by=by, note=withdrawal.reason)
    return withdrawal


@transaction.atomic
def _kept(report: MonitoringReport, by: User | None) -> MonitoringReport:
    """Number and write a report, unless it says what the latest version says already."""
    numbering.lock()
    report.data_hash = check_sum(report.content)
    versions = MonitoringReport.objects.same_question(
        report.scope, report.place, (report.first_day, report.last_day)
    )
    before = versions.standing().latest_first().first()
    if before is not None and before.data_hash == report.data_hash:
        raise SameAsBefore(number=before.number)
    report.version_no = numbering.next_version(versions)
    report.number = numbering.next_number(numbering.stem(report.last_day.year, report.place))
    report.save()
    audit.record(Verb.CREATED, report, by=by)
    return report
