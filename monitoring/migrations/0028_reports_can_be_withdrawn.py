"""A withdrawal stands beside the report, which stays as it was frozen, and is written once as well."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from partnership.search.indexing.triggers import mark_changes


REFUSE = """
CREATE TRIGGER monitoring_withdrawal_unchanged BEFORE UPDATE OR DELETE ON monitoring_reportwithdrawal
FOR EACH ROW EXECUTE FUNCTION monitoring_refuse_change();
"""
ALLOW = "DROP TRIGGER monitoring_withdrawal_unchanged ON monitoring_reportwithdrawal;"


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0027_particles_agree'),
        ('search', '0002_triggers'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReportWithdrawal',
            fields=[
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='withdrawal', serialize=False, to='monitoring.monitoringreport', verbose_name='monitoring report')),
                ('reason_zh_hans', models.TextField(verbose_name='reason in Chinese')),
                ('reason_en', models.TextField(verbose_name='reason in English')),
                ('withdrawn_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='withdrawn')),
            ],
            options={
                'verbose_name': 'withdrawal of a monitoring report',
                'verbose_name_plural': 'withdrawals of monitoring reports',
                'constraints': [models.CheckConstraint(condition=models.Q(('reason_zh_hans__gt', ''), ('reason_zh_hans__isnull', False), ('reason_en__gt', ''), ('reason_en__isnull', False)), name='monitoring_withdrawal_says_why')],
            },
        ),
        migrations.RunSQL(REFUSE, ALLOW),
        mark_changes("monitoring-report", monitoring_reportwithdrawal="report_id"),
    ]
