"""What is looked for by the clock. It may run twice, late, or never."""

from celery import shared_task

from partnership.network import actions


@shared_task
def ask_for_due_reports() -> None:
    """Ask owners of commitments for the reports that are due."""
    actions.ask_for_due_reports()
