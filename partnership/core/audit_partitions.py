"""Months of the audit trail: made ahead of time, dropped whole when retention is over.

The rules themselves stand in the database (migration 0002): a month is never dropped while
any of its days is younger than 184 days, whatever the setting says.
"""

from datetime import date, timedelta

from django.conf import settings
from django.core.checks import Error, register
from django.db import connection, transaction
from django.utils import timezone

from partnership.core import audit
from partnership.core.choices import Verb

SHORTEST_RETENTION_DAYS = 184  # six months can have 184 days (Cybersecurity Law, art. 23)
MONTHS_AHEAD = 12


@register("audit")
def check_retention(**_kwargs: object) -> list[Error]:
    """Refuse a retention shorter than the law's six months."""
    if settings.AUDIT_RETENTION_DAYS >= SHORTEST_RETENTION_DAYS:
        return []
    return [
        Error(
            f"AUDIT_RETENTION_DAYS is {settings.AUDIT_RETENTION_DAYS}; "
            f"it may not be under {SHORTEST_RETENTION_DAYS}.",
            hint="Network logs are kept for at least six months.",
            id="core.E001",
        )
    ]


def make_months_ahead(today: date | None = None) -> None:
    """Make the partitions of this month and the next twelve; harmless when they exist."""
    first = (today or timezone.localdate()).replace(day=1)
    with connection.cursor() as cursor:
        for _month in range(MONTHS_AHEAD + 1):
            cursor.execute("SELECT core_audit_add_month(%s)", [first])
            first = (first + timedelta(days=32)).replace(day=1)


def months() -> list[date]:
    """Return the first days of the months the trail holds, oldest first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT month FROM core_audit_months() ORDER BY month")
        return [row[0] for row in cursor.fetchall()]


@transaction.atomic
def drop_expired_months(today: date | None = None) -> list[date]:
    """Drop the months that retention no longer covers and note it in the trail."""
    keep_from = (today or timezone.localdate()) - timedelta(days=settings.AUDIT_RETENTION_DAYS)
    expired = [month for month in months() if _last_day(month) < keep_from]
    with connection.cursor() as cursor:
        for month in expired:
            cursor.execute("SELECT core_audit_drop_month(%s)", [month])
    if expired:
        dropped = ", ".join(f"{month:%Y-%m}" for month in expired)
        audit.record(Verb.RETENTION_APPLIED, by=None, note=dropped)
    return expired


def _last_day(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
