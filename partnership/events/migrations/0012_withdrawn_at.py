from django.db import migrations, models
from django.db.models import Q

from partnership.core.withdrawals import note_withdrawals


class Migration(migrations.Migration):
    """The address of what was public says so when it no longer is."""

    dependencies = [
        ("core", "0002_audit_table"),
        ("events", "0011_unconfirmed_beside_each_other"),
    ]

    operations = [
        migrations.AddField(
            "event",
            "withdrawn_at",
            models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="withdrawn"
            ),
        ),
        migrations.AddConstraint(
            "event",
            models.CheckConstraint(
                name="events_event_withdrawn_or_public",
                condition=Q(withdrawn_at__isnull=True) | Q(public_since__isnull=True),
            ),
        ),
        note_withdrawals("events_event", "events.event"),
    ]
