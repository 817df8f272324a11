"""Files about the people of events, certificates, invitations to their evaluation. Each task may run
twice, late, or never: the rows say what is to be done."""

from celery import shared_task

from partnership.attendance import actions


@shared_task
def make_export(_number: int = 0) -> None:
    """Make what waits: the file that woke the worker, and others."""
    while actions.make_next():
        pass


@shared_task
def invite_to_evaluate(_number: int = 0) -> None:
    """Invite who waits to be invited to an evaluation."""
    while actions.invite_next():
        pass


@shared_task
def issue_certificates(_number: int = 0) -> None:
    """Give the certificates that somebody has asked for."""
    while actions.issue_next():
        pass
