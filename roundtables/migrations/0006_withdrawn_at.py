from django.db import migrations, models
from django.db.models import Q

from partnership.core.withdrawals import note_withdrawals


class Migration(migrations.Migration):
    """The address of what was public says so when it no longer is."""

    dependencies = [
        ("core", "0002_audit_table"),
        ("roundtables", "0005_commitments_made"),
    ]

    operations = [
        migrations.AddField(
            "outcome",
            "withdrawn_at",
            models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="withdrawn"
            ),
        ),
        migrations.AddField(
            "project",
            "withdrawn_at",
            models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="withdrawn"
            ),
        ),
        migrations.AddConstraint(
            "outcome",
            models.CheckConstraint(
                name="roundtables_outcome_withdrawn_or_public",
                condition=Q(withdrawn_at__isnull=True) | Q(public_since__isnull=True),
            ),
        ),
        migrations.AddConstraint(
            "project",
            models.CheckConstraint(
                name="roundtables_project_withdrawn_or_public",
                condition=Q(withdrawn_at__isnull=True) | Q(public_since__isnull=True),
            ),
        ),
        note_withdrawals("roundtables_outcome", "roundtables.outcome"),
        note_withdrawals("roundtables_project", "roundtables.project"),
    ]
