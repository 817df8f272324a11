"""Files with surveys. The task may run twice, late, or never: the rows say what is to be done."""

from celery import shared_task

from monitoring.actions import uploads


@shared_task
def read_uploads(_number: int = 0) -> None:
    """Take in what waits: the file that woke the worker, others, and what a dead worker left."""
    while uploads.read_next():
        pass
