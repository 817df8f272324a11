"""The last step of a report."""

from django.db import transaction

from partnership.accounts.models import User
from partnership.core.errors import TransitionRefused
from partnership.reports.models import EventReport
from partnership.review import actions as of_review


@transaction.atomic
def publish(report: EventReport, *, by: User) -> EventReport:
    """Make an accepted report public, as it was handed in. Sent twice, it is public already."""
    fresh: EventReport = EventReport.objects.select_for_update().get(pk=report.pk)
    if fresh.submission is None:
        raise TransitionRefused
    fresh.submission = of_review.mark_published(fresh.submission, by=by)
    fresh.save(update_fields=["updated_at"])  # the search follows the report, not its submission
    return fresh
