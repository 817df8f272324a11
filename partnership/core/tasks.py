"""Work by the clock."""

from celery import shared_task

from partnership.core import audit_partitions


@shared_task
def keep_audit_months() -> None:
    """Make the coming months of the audit trail and drop those past retention."""
    audit_partitions.make_months_ahead()
    audit_partitions.drop_expired_months()
