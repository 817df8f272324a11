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


@shared_task
def count_warnings() -> None:
    """Look through all texts again where the glossary has changed."""
    if auditing.count_warnings_anew():
        log.info("translations: warnings counted by the glossary as it is now")
