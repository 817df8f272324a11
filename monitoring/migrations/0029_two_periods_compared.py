from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0028_reports_can_be_withdrawn'),
    ]

    operations = [
        migrations.CreateModel(
            name='ComparedPeriods',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('site', 'survey site'), ('city', 'city'), ('country', 'country'), ('region', 'region')], max_length=8, verbose_name='scope')),
                ('code', models.CharField(blank=True, max_length=40, verbose_name='code')),
                ('first_from', models.PositiveSmallIntegerField(verbose_name='first period from')),
                ('first_to', models.PositiveSmallIntegerField(verbose_name='first period to')),
                ('second_from', models.PositiveSmallIntegerField(verbose_name='second period from')),
                ('second_to', models.PositiveSmallIntegerField(verbose_name='second period to')),
                ('state', models.CharField(blank=True, max_length=64, verbose_name='state of the data')),
                ('asked_at', models.DateTimeField(verbose_name='asked for')),
                ('computed_at', models.DateTimeField(blank=True, null=True, verbose_name='computed')),
                ('figures', models.JSONField(default=dict, verbose_name='figures')),
            ],
            options={
                'verbose_name': 'comparison of two periods',
                'verbose_name_plural': 'comparisons of two periods',
                'indexes': [models.Index(fields=['asked_at'], name='monitoring_compared_asked')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['site', 'city', 'country', 'region'])), name='monitoring_comparedperiods_kind_known', violation_error_message='Choose values from the list only.'), models.UniqueConstraint(fields=('kind', 'code', 'first_from', 'first_to', 'second_from', 'second_to'), name='monitoring_comparedperiods_once'), models.CheckConstraint(condition=models.Q(('first_from__lte', models.F('first_to')), ('first_to__lt', models.F('second_from')), ('second_from__lte', models.F('second_to'))), name='monitoring_comparedperiods_apart')],
            },
        ),
    ]
