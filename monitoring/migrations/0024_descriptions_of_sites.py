"""How sites are cleaned, shaped, reached and used. Of sites that are there it is unknown."""

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0023_animals_of_surveys'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='surveysite',
            name='monitoring_surveysite_orientation',
        ),
        migrations.CreateModel(
            name='SiteUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('use', models.CharField(choices=[('recreation', 'bathing and recreation'), ('water-sports', 'water sports'), ('fishing', 'fishing'), ('aquaculture', 'aquaculture'), ('boats', 'boats are landed'), ('market', 'stalls and restaurants'), ('protected', 'protected area'), ('other', 'other')], max_length=12, verbose_name='use')),
                ('season', models.CharField(choices=[('all-year', 'all year round'), ('months', 'in some months'), ('unknown', 'unknown')], max_length=8, verbose_name='season')),
                ('first_month', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)], verbose_name='first month')),
                ('last_month', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)], verbose_name='last month')),
            ],
            options={
                'verbose_name': 'use of a survey site',
                'verbose_name_plural': 'uses of a survey site',
            },
        ),
        migrations.AddField(
            model_name='surveysite',
            name='access',
            field=models.CharField(blank=True, choices=[('road', 'by road, vehicles reach the beach'), ('foot', 'on foot alone'), ('boat', 'by boat alone'), ('restricted', 'not open to everyone')], help_text='Words of the portal, to be confirmed against the official lists.', max_length=10, verbose_name='access'),
        ),
        migrations.AddField(
            model_name='surveysite',
            name='cleaned_by',
            field=models.CharField(blank=True, choices=[('municipality', 'the municipality'), ('operator', 'whoever runs the beach'), ('volunteers', 'volunteers'), ('several', 'several of these'), ('other', 'somebody else'), ('unknown', 'unknown')], help_text='Words of the portal, to be confirmed against the official lists.', max_length=12, verbose_name='cleaned by'),
        ),
        migrations.AddField(
            model_name='surveysite',
            name='cleaning_first_month',
            field=models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)], verbose_name='first month of cleaning'),
        ),
        migrations.AddField(
            model_name='surveysite',
            name='cleaning_last_month',
            field=models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)], verbose_name='last month of cleaning'),
        ),
        migrations.AddField(
            model_name='surveysite',
            name='cleaning_season',
            field=models.CharField(blank=True, choices=[('all-year', 'all year round'), ('months', 'in some months'), ('unknown', 'unknown')], help_text='Words of the portal, to be confirmed against the official lists.', max_length=8, verbose_name='season of cleaning'),
        ),
        migrations.AddField(
            model_name='surveysite',
            name='current_to_deg',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Where it flows to.', null=True, validators=[django.core.validators.MaxValueValidator(359)], verbose_name='prevailing current towards (degrees from north)'),
        ),
        migrations.AddField(
            model_name='surveysite',
            name='curvature',
            field=models.CharField(blank=True, choices=[('straight', 'straight'), ('bay', 'curved inwards, as in a bay'), ('headland', 'curved outwards, as at a headland'), ('irregular', 'irregular')], help_text='Words of the portal, to be confirmed against the official lists.', max_length=10, verbose_name='line of the shore'),
        ),
        migrations.AddField(
            model_name='surveysite',
            name='slope_pct',
            field=models.DecimalField(blank=True, decimal_places=1, help_text='How many metres the beach rises over 100 m, from the water to its back.', max_digits=4, null=True, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='slope (%)'),
        ),
        migrations.AddField(
            model_name='surveysite',
            name='wind_from_deg',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Where it comes from.', null=True, validators=[django.core.validators.MaxValueValidator(359)], verbose_name='prevailing wind from (degrees from north)'),
        ),
        migrations.AlterField(
            model_name='surveysite',
            name='cleaning',
            field=models.CharField(choices=[('never', 'never'), ('occasional', 'now and then'), ('seasonal', 'in the season'), ('weekly', 'weekly or more often'), ('daily', 'daily'), ('unknown', 'unknown')], max_length=12, verbose_name='cleaning'),
        ),
        migrations.AddField(
            model_name='siteuse',
            name='site',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='monitoring.surveysite', verbose_name='survey site'),
        ),
        migrations.RunSQL(
            "UPDATE monitoring_surveysite SET cleaning_season = 'unknown', cleaned_by = 'unknown' "
            "WHERE cleaning <> 'never'",
            migrations.RunSQL.noop,
        ),
        migrations.AddConstraint(
            model_name='surveysite',
            constraint=models.CheckConstraint(condition=models.Q(('cleaning_season__in', ['all-year', 'months', 'unknown', ''])), name='monitoring_surveysite_cleaning_season_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='surveysite',
            constraint=models.CheckConstraint(condition=models.Q(('cleaned_by__in', ['municipality', 'operator', 'volunteers', 'several', 'other', 'unknown', ''])), name='monitoring_surveysite_cleaned_by_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='surveysite',
            constraint=models.CheckConstraint(condition=models.Q(('curvature__in', ['straight', 'bay', 'headland', 'irregular', ''])), name='monitoring_surveysite_curvature_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='surveysite',
            constraint=models.CheckConstraint(condition=models.Q(('access__in', ['road', 'foot', 'boat', 'restricted', ''])), name='monitoring_surveysite_access_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='surveysite',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cleaned_by', ''), ('cleaning', 'never'), ('cleaning_season', '')), models.Q(models.Q(('cleaning', 'never'), _negated=True), ('cleaned_by__gt', ''), ('cleaning_season__gt', '')), _connector='OR'), name='monitoring_surveysite_cleaned_when_and_by_whom', violation_error_message='Say in which season and by whom the beach is cleaned, or “unknown”; leave both empty for a beach that is never cleaned.'),
        ),
        migrations.AddConstraint(
            model_name='surveysite',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('cleaning_first_month__isnull', False), ('cleaning_first_month__range', (1, 12)), ('cleaning_last_month__isnull', False), ('cleaning_last_month__range', (1, 12)), ('cleaning_season', 'months')), models.Q(models.Q(('cleaning_season', 'months'), _negated=True), ('cleaning_first_month__isnull', True), ('cleaning_last_month__isnull', True)), _connector='OR'), name='monitoring_surveysite_cleaning_months', violation_error_message='Give the first and the last month for “in some months”, and leave both empty for everything else.'),
        ),
        migrations.AddConstraint(
            model_name='surveysite',
            constraint=models.CheckConstraint(condition=models.Q(('slope_pct__isnull', True), ('slope_pct__range', (0, 100)), _connector='OR'), name='monitoring_surveysite_slope', violation_error_message='Slopes go from 0 to 100 %.'),
        ),
        migrations.AddConstraint(
            model_name='surveysite',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('orientation_deg__isnull', True), ('orientation_deg__lt', 360), _connector='OR'), models.Q(('wind_from_deg__isnull', True), ('wind_from_deg__lt', 360), _connector='OR'), models.Q(('current_to_deg__isnull', True), ('current_to_deg__lt', 360), _connector='OR')), name='monitoring_surveysite_orientation', violation_error_message='Directions go from 0 to 359 degrees.'),
        ),
        migrations.AddConstraint(
            model_name='siteuse',
            constraint=models.CheckConstraint(condition=models.Q(('use__in', ['recreation', 'water-sports', 'fishing', 'aquaculture', 'boats', 'market', 'protected', 'other'])), name='monitoring_siteuse_use_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='siteuse',
            constraint=models.CheckConstraint(condition=models.Q(('season__in', ['all-year', 'months', 'unknown'])), name='monitoring_siteuse_season_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='siteuse',
            constraint=models.UniqueConstraint(fields=('site', 'use'), name='monitoring_siteuse_once', violation_error_message='Enter each use once.'),
        ),
        migrations.AddConstraint(
            model_name='siteuse',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('first_month__isnull', False), ('first_month__range', (1, 12)), ('last_month__isnull', False), ('last_month__range', (1, 12)), ('season', 'months')), models.Q(models.Q(('season', 'months'), _negated=True), ('first_month__isnull', True), ('last_month__isnull', True)), _connector='OR'), name='monitoring_siteuse_months', violation_error_message='Give the first and the last month for “in some months”, and leave both empty for everything else.'),
        ),
    ]
