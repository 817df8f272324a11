"""Opening annual city reports around frozen figures, and keeping what was accepted."""

from collections.abc import Mapping
from datetime import date
from typing import cast

from django.db import transaction

from monitoring import policies
from monitoring.actions.reports import make_report
from monitoring.choices import ReportScope
from monitoring.errors import ComputedWithdrawn, NothingFrozen, SameAsBefore
from monitoring.models import AnnualReport, AnnualSubmission, MonitoringReport
from monitoring.reporting import numbering
from partnership.accounts.models import User
from partnership.core import audit, languages
from partnership.core.choices import Verb
from partnership.network.models import Organisation
from partnership.reference.models import Place
from partnership.review.models import Submission


@transaction.atomic
def open_annual(submission: Submission, place: Place, year: int, *, by: User) -> AnnualSubmission:
    """Begin the report of a city and a year around what is known now.

    The figures are frozen as a monitoring report where they have changed since the last one and
    `by` may do so; else the last one is taken.
    """
    policies.may_write_annual(by, place).require()
    entry = AnnualSubmission.objects.create(
        submission=submission,
        organisation=cast("Organisation", policies.writer_of(by, place)),
        computed=_computed(place, year, by=by),
    )
    name = getattr(place, languages.column("name", submission.language))
    words = f"{name} {year} · {entry.computed.number}"
    submission.answers = {"about": {"report": words}}
    submission.title = submission.kind.title(submission.answers)
    submission.save(update_fields=["answers", "title"])
    return entry


@transaction.atomic
def keep_annual(
    computed: MonitoringReport,
    texts: Mapping[str, str],
    language: str,
    *,
    entry: AnnualSubmission | None,
    by: User | None,
) -> AnnualReport:
    """Number and write an accepted report; `entry` and `by` are None for demo data."""
    numbering.lock()
    if not MonitoringReport.objects.standing().filter(pk=computed.pk).exists():
        raise ComputedWithdrawn(number=computed.number)
    stem = numbering.stem(computed.last_day.year, computed.place, numbering.WRITTEN)
    report = AnnualReport.objects.create(
        number=numbering.next_number(stem),
        handed_in=entry,
        computed=computed,
        language=language,
        is_demo=computed.is_demo,
        **texts,
    )
    audit.record(Verb.CREATED, report, by=by)
    return report


def _computed(place: Place, year: int, *, by: User) -> MonitoringReport:
    if policies.may_report(by, place):
        try:
            return make_report(place, year, year, by=by)
        except SameAsBefore:
            pass
    period = date(year, 1, 1), date(year, 12, 31)
    versions = MonitoringReport.objects.same_question(ReportScope.CITY, place, period)
    latest: MonitoringReport | None = versions.standing().latest_first().first()
    if latest is None:
        raise NothingFrozen(year=year)
    return latest
