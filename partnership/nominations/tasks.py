"""What is looked for by the clock. It may run twice, late, or never."""

from celery import shared_task

from partnership.nominations import actions


@shared_task
def tell_answers() -> None:
    """Tell organisations what the people they named have answered."""
    while actions.tell_answers():
        pass


@shared_task
def remind() -> None:
    """Remind organisations whose list is short while its deadline comes near."""
    actions.remind()
