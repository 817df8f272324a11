"""Beginning a report: one for each city and event, on which its people work together."""

from typing import Any

from partnership.accounts.models import User
from partnership.core import languages
from partnership.events.choices import TOOK_PLACE
from partnership.reports import policies
from partnership.reports.errors import AlreadyBegun, AlreadyHandedIn, EventDidNotTakePlace
from partnership.reports.models import EventReport
from partnership.review import actions as of_review
from partnership.review.models import Submission
from partnership.review.subjects import Subject


def begin(report: EventReport, subject: Subject, language: str, *, by: User) -> Submission:
    """Begin the report in `language`."""
    return of_review.begin(subject, language, by=by, report=report)


def begin_for(report: EventReport, submission: Submission, *, by: User) -> EventReport:
    """Take a submission that has just begun as this report; it is called after the event until
    somebody gives it a title of its own. Runs in the transaction of the beginning."""
    fresh: EventReport = (
        EventReport.objects.select_for_update(of=("self",))
        .select_related("event")
        .get(pk=report.pk)
    )
    policies.may_write(by, fresh).require()
    if fresh.event.status not in TOOK_PLACE:
        raise EventDidNotTakePlace(status=fresh.event.get_status_display())
    _require_free(fresh)
    fresh.submission = submission
    fresh.save(update_fields=["submission", "updated_at"])
    title = getattr(fresh.event, languages.column("title", submission.language)) or ""
    answers: dict[str, Any] = {"about": {"title": title}}
    of_review.save_answers(submission, answers, by=by, revision=submission.revision)
    return fresh


def _require_free(report: EventReport) -> None:
    begun = report.submission
    if report.is_free or begun is None:
        return
    if begun.submitted_at:
        raise AlreadyHandedIn
    raise AlreadyBegun(person=begun.author)
