"""Work by the clock."""

import logging

from celery import shared_task

from partnership.translations import auditing

log = logging.getLogger(__name__)


@shared_task
def check_translations() -> None:
    """Compare every text with its state, mend what differs."""
    report = auditing.check_everything()
    log.log(logging.WARNING if report.repaired else logging.INFO, "translations: %s", report)
