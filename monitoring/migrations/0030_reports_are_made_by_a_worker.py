import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0029_two_periods_compared'),
        ('reference', '0004_litter_on_kept_pages'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ReportOrder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English')], max_length=10, verbose_name='language')),
                ('state', models.CharField(choices=[('waiting', 'waits'), ('running', 'is being made'), ('done', 'ready'), ('failed', 'could not be made')], default='waiting', max_length=8, verbose_name='state')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='rows written')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='rows in all')),
                ('failure', models.TextField(blank=True, verbose_name='why it could not be made')),
                ('content', models.BinaryField(null=True, verbose_name='content')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='asked for')),
                ('begun_at', models.DateTimeField(blank=True, null=True, verbose_name='begun')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='finished')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('first_year', models.PositiveSmallIntegerField(verbose_name='first year')),
                ('last_year', models.PositiveSmallIntegerField(verbose_name='last year')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked for by')),
                ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='reference.place', verbose_name='city')),
                ('report', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='monitoring.monitoringreport', verbose_name='monitoring report')),
            ],
            options={
                'verbose_name': 'report that was asked for',
                'verbose_name_plural': 'reports that were asked for',
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ['waiting', 'running', 'done', 'failed'])), name='monitoring_reportorder_state_known', violation_error_message='Choose values from the list only.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'done'), _negated=True), ('report__isnull', False), _connector='OR'), name='monitoring_reportorder_done_has_report'), models.CheckConstraint(condition=models.Q(('first_year__lte', models.F('last_year'))), name='monitoring_reportorder_years_in_order'), models.UniqueConstraint(condition=models.Q(('state__in', ('waiting', 'running'))), fields=('asked_by', 'place', 'first_year', 'last_year'), name='monitoring_reportorder_under_way_once', nulls_distinct=False)],
            },
        ),
    ]
