"""The last step of a report, and the step back."""

from django.db import transaction
from django.utils import timezone

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
    fresh.withdrawn_at = None
    # The search follows the report, not its submission.
    fresh.save(update_fields=["withdrawn_at", "updated_at"])
    return fresh


def take_off(report: EventReport) -> None:
    """Keep when a public report was withdrawn, in the transaction of the withdrawal; its address says
    so, whatever becomes of the submission."""
    report.withdrawn_at = timezone.now()
    report.save(update_fields=["withdrawn_at", "updated_at"])
