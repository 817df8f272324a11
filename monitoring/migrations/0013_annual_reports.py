"""What a city wrote around its figures is never changed either."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


REFUSE = """
CREATE TRIGGER monitoring_annual_unchanged BEFORE UPDATE ON monitoring_annualreport
FOR EACH ROW EXECUTE FUNCTION monitoring_refuse_change();
"""
ALLOW = "DROP TRIGGER monitoring_annual_unchanged ON monitoring_annualreport;"


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0012_waste_of_cities'),
        ('partnership', '0008_codes_of_rules'),
        ('review', '0003_enclosures'),
    ]

    operations = [
        migrations.CreateModel(
            name='AnnualSubmission',
            fields=[
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='of_annual', serialize=False, to='review.submission', verbose_name='submission')),
                ('computed', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='monitoring.monitoringreport', verbose_name='computed part')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.organisation', verbose_name='organisation')),
            ],
            options={
                'verbose_name': 'submitted annual city report',
                'verbose_name_plural': 'submitted annual city reports',
            },
        ),
        migrations.CreateModel(
            name='AnnualReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=60, unique=True, verbose_name='number')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English')], max_length=10, verbose_name='written in')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('summary', models.TextField(verbose_name='summary')),
                ('done', models.TextField(verbose_name='what was done in the year')),
                ('reading', models.TextField(verbose_name='what the figures say to the city')),
                ('difficulties', models.TextField(blank=True, verbose_name='what was difficult')),
                ('plans', models.TextField(verbose_name='what is planned next')),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='accepted')),
                ('is_demo', models.BooleanField(default=False, verbose_name='demo data')),
                ('computed', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='annual_reports', to='monitoring.monitoringreport', verbose_name='computed part')),
                ('handed_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='monitoring.annualsubmission', verbose_name='submitted annual city report')),
            ],
            options={
                'verbose_name': 'annual city report',
                'verbose_name_plural': 'annual city reports',
                'indexes': [models.Index(fields=['-made_at'], name='monitoring_annual_latest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('number__regex', '^AR-[0-9]{4}-[A-Z0-9-]+-[0-9]+$')), name='monitoring_annualreport_number_form'), models.CheckConstraint(condition=models.Q(('title__gt', ''), ('title__isnull', False), ('summary__gt', ''), ('summary__isnull', False), ('done__gt', ''), ('done__isnull', False), ('reading__gt', ''), ('reading__isnull', False), ('plans__gt', ''), ('plans__isnull', False)), name='monitoring_annualreport_written'), models.CheckConstraint(condition=models.Q(('is_demo', True), ('handed_in__isnull', False), _connector='OR'), name='monitoring_annualreport_reviewed_or_demo')],
            },
        ),
        migrations.RunSQL(REFUSE, ALLOW),
    ]
