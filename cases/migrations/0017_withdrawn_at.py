from django.db import migrations, models
from django.db.models import Q

from partnership.core.withdrawals import note_withdrawals


class Migration(migrations.Migration):
    """The address of what was public says so when it no longer is."""

    dependencies = [
        ("core", "0002_audit_table"),
        ("cases", "0016_check_due"),
    ]

    operations = [
        migrations.AddField(
            "case",
            "withdrawn_at",
            models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="withdrawn"
            ),
        ),
        migrations.AddConstraint(
            "case",
            models.CheckConstraint(
                name="cases_case_withdrawn_or_public",
                condition=Q(withdrawn_at__isnull=True) | Q(public_since__isnull=True),
            ),
        ),
        note_withdrawals("cases_case", "cases.case"),
    ]
