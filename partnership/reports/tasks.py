"""What is looked for by the clock. It may run twice, late, or never."""

from celery import shared_task

from partnership.reports import actions


@shared_task
def look_after_reports() -> None:
    """Ask for the reports of events that are over, and remind of those that do not come."""
    actions.ask_for_reports()
    actions.remind()
