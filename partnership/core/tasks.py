"""Work by the clock."""

from celery import shared_task

from partnership.core import audit_partitions, retention


@shared_task
def heartbeat() -> None:
    """Nothing to do: that it was sent and received shows that beat and worker live."""


@shared_task
def keep_audit_months() -> None:
    """Make the coming months of the audit trail and drop those past retention."""
    audit_partitions.make_months_ahead()
    audit_partitions.drop_expired_months()


@shared_task
def apply_retention() -> None:
    """Delete personal data whose time is over."""
    retention.run()
