"""Work by the clock."""

from celery import shared_task

from partnership.documents import actions


@shared_task
def check_waiting_files() -> None:
    """Check files whose scanner did not answer, or whose request ended too early."""
    actions.check_waiting()


@shared_task
def tidy_up() -> None:
    """Delete bytes that no row names."""
    actions.delete_what_nobody_names()
