"""Work by the clock."""

import logging

from celery import shared_task

from partnership.search import readiness
from partnership.search.indexing import sweeping

log = logging.getLogger(__name__)


@shared_task
def sweep_changed_rows() -> None:
    """Bring in step what was written past the models."""
    sweeping.sweep()


@shared_task
def check_the_index() -> None:
    """Compare every entry with its thing, mend what differs, renew the counts."""
    report = sweeping.check_everything()
    log.log(logging.WARNING if report.repaired else logging.INFO, "search: %s", report)


@shared_task
def make_counts_ready() -> None:
    """Make the counts of lists that nothing narrows before somebody asks for them."""
    readiness.make()
