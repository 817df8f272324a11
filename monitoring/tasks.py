"""Files with surveys, results, large files of open data, and reports. Each task may run twice, late, or never:
the rows say what is to be done."""

from celery import shared_task

from monitoring.actions import ordering, preparing, uploads
from monitoring.results import renewing


@shared_task
def read_uploads(_number: int = 0) -> None:
    """Take in what waits: the file that woke the worker, others, and what a dead worker left."""
    while uploads.read_next():
        pass


@shared_task
def renew_results(_number: int = 0) -> None:
    """Compute what is stale: after the survey that woke the worker, and after any other change."""
    renewing.renew()


@shared_task
def prepare_files(_number: int = 0) -> None:
    """Make the large files that wait: the one that woke the worker, and others."""
    while preparing.prepare_next():
        pass


@shared_task
def make_reports(_number: int = 0) -> None:
    """Make the reports that were asked for: the one that woke the worker, and others."""
    while ordering.make_next_report():
        pass
