from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0019_particles_by_trait'),
    ]

    operations = [
        migrations.CreateModel(
            name='PeriodResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('site', 'survey site'), ('city', 'city'), ('country', 'country'), ('region', 'region')], max_length=8, verbose_name='scope')),
                ('code', models.CharField(blank=True, max_length=40, verbose_name='code')),
                ('first_year', models.PositiveSmallIntegerField(verbose_name='first year')),
                ('last_year', models.PositiveSmallIntegerField(verbose_name='last year')),
                ('state', models.CharField(blank=True, max_length=64, verbose_name='state of the data')),
                ('asked_at', models.DateTimeField(verbose_name='asked for')),
                ('computed_at', models.DateTimeField(blank=True, null=True, verbose_name='computed')),
                ('figures', models.JSONField(default=dict, verbose_name='figures')),
                ('details', models.JSONField(default=dict, verbose_name='details')),
            ],
            options={
                'verbose_name': 'result of some years',
                'verbose_name_plural': 'results of some years',
                'indexes': [models.Index(fields=['asked_at'], name='monitoring_periodresult_asked')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['site', 'city', 'country', 'region'])), name='monitoring_periodresult_kind_known', violation_error_message='Choose values from the list only.'), models.UniqueConstraint(fields=('kind', 'code', 'first_year', 'last_year'), name='monitoring_periodresult_once'), models.CheckConstraint(condition=models.Q(('first_year__lte', models.F('last_year'))), name='monitoring_periodresult_years_in_order')],
            },
        ),
    ]
