"""Reports are written once: the database refuses every change of one."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


REFUSE = """
CREATE FUNCTION monitoring_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A report is never changed.' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER monitoring_report_unchanged BEFORE UPDATE ON monitoring_monitoringreport
FOR EACH ROW EXECUTE FUNCTION monitoring_refuse_change();
"""
ALLOW = """
DROP TRIGGER monitoring_report_unchanged ON monitoring_monitoringreport;
DROP FUNCTION monitoring_refuse_change();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0010_own_columns'),
        ('partnership', '0008_codes_of_rules'),
        ('reference', '0004_litter_on_kept_pages'),
    ]

    operations = [
        migrations.CreateModel(
            name='MonitoringReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=60, unique=True, verbose_name='number')),
                ('scope', models.CharField(choices=[('city', 'one city'), ('region', 'the whole region')], max_length=8, verbose_name='area')),
                ('first_day', models.DateField(verbose_name='first day')),
                ('last_day', models.DateField(verbose_name='last day')),
                ('version_no', models.PositiveSmallIntegerField(verbose_name='version')),
                ('statistics_version', models.CharField(max_length=12, verbose_name='version of the statistics')),
                ('data_hash', models.CharField(max_length=64, verbose_name='check sum of the content')),
                ('content', models.JSONField(verbose_name='content')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='made')),
                ('is_demo', models.BooleanField(default=False, verbose_name='demo data')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.organisation', verbose_name='made by')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.place', verbose_name='city')),
            ],
            options={
                'verbose_name': 'monitoring report',
                'verbose_name_plural': 'monitoring reports',
                'indexes': [models.Index(fields=['-made_at'], name='monitoring_report_latest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('scope__in', ['city', 'region'])), name='monitoring_report_scope_known', violation_error_message='Choose values from the list only.'), models.UniqueConstraint(fields=('scope', 'place', 'first_day', 'last_day', 'version_no'), name='monitoring_report_version_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(models.Q(('place__isnull', False), ('scope', 'city')), models.Q(('place__isnull', True), ('scope', 'region')), _connector='OR'), name='monitoring_report_of_a_city_or_all'), models.CheckConstraint(condition=models.Q(('first_day__lte', models.F('last_day'))), name='monitoring_report_days_in_order'), models.CheckConstraint(condition=models.Q(('number__regex', '^MR-[0-9]{4}-[A-Z0-9-]+-[0-9]+$')), name='monitoring_report_number_form')],
            },
        ),
        migrations.RunSQL(REFUSE, ALLOW),
    ]
