"""What cities tell of their waste, year by year."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0011_monitoring_reports'),
        ('partnership', '0008_codes_of_rules'),
        ('reference', '0004_litter_on_kept_pages'),
        ('review', '0003_enclosures'),
    ]

    operations = [
        migrations.CreateModel(
            name='WasteSubmission',
            fields=[
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='of_waste', serialize=False, to='review.submission', verbose_name='submission')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partnership.organisation', verbose_name='organisation')),
            ],
            options={
                'verbose_name': 'submitted waste profile',
                'verbose_name_plural': 'submitted waste profiles',
            },
        ),
        migrations.CreateModel(
            name='WasteProfile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('year', models.PositiveSmallIntegerField(verbose_name='year')),
                ('area', models.CharField(choices=[('urban', 'urban area'), ('whole', 'whole administrative area'), ('other', 'another area, as the definitions say')], max_length=8, verbose_name='area covered')),
                ('language', models.CharField(choices=[('zh-hans', '中文'), ('en', 'English')], max_length=10, verbose_name='written in')),
                ('reason', models.TextField(blank=True, verbose_name='reason for what looks unlikely')),
                ('remarks', models.TextField(blank=True, verbose_name='remarks')),
                ('is_demo', models.BooleanField(default=False, verbose_name='demo data')),
                ('place', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waste_profiles', to='reference.place', verbose_name='city')),
                ('handed_in', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='profile', to='monitoring.wastesubmission', verbose_name='submitted waste profile')),
            ],
            options={
                'verbose_name': 'city waste profile',
                'verbose_name_plural': 'city waste profiles',
                'constraints': [models.CheckConstraint(condition=models.Q(('area__in', ['urban', 'whole', 'other'])), name='monitoring_wasteprofile_area_known', violation_error_message='Choose values from the list only.'), models.UniqueConstraint(fields=('place', 'year'), name='monitoring_wasteprofile_one_a_year'), models.CheckConstraint(condition=models.Q(('year__range', (2000, 2100))), name='monitoring_wasteprofile_year'), models.CheckConstraint(condition=models.Q(('is_demo', True), ('handed_in__isnull', False), _connector='OR'), name='monitoring_wasteprofile_reviewed_or_demo')],
            },
        ),
        migrations.CreateModel(
            name='WasteValue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indicator', models.CharField(choices=[('population', 'population'), ('generated', 'waste generated'), ('collected', 'waste collected'), ('landfilled', 'put into a sanitary landfill'), ('energy', 'burnt with energy recovery'), ('incinerated', 'burnt without energy recovery'), ('biological', 'composted or digested'), ('other-treatment', 'treated in another way'), ('uncontrolled', 'dumped or burnt in the open'), ('recycled', 'waste recycled'), ('plastics-share', 'share of plastics in the waste'), ('leakage', 'plastics that leak into waters (estimate)')], max_length=16, verbose_name='indicator')),
                ('value', models.DecimalField(decimal_places=4, max_digits=16, verbose_name='value')),
                ('unit', models.CharField(choices=[('t', 't (tonnes in the period)'), ('10kt', '10,000 t'), ('t/d', 't a day'), ('%', '%'), ('persons', 'persons')], max_length=8, verbose_name='unit')),
                ('scope', models.CharField(blank=True, choices=[('municipal', 'municipal solid waste: households, shops, offices, streets'), ('household', 'waste of households alone'), ('cleared', 'municipal waste that was cleared and transported'), ('all', 'all solid waste, with that of industry and construction'), ('other', 'something else, as the definition says')], max_length=12, verbose_name='which waste')),
                ('first_day', models.DateField(verbose_name='first day')),
                ('last_day', models.DateField(verbose_name='last day')),
                ('definition', models.TextField(verbose_name='definition')),
                ('source', models.CharField(max_length=400, verbose_name='source')),
                ('source_url', models.URLField(blank=True, max_length=500, verbose_name='address of the source')),
                ('grade', models.CharField(blank=True, choices=[('A', 'A: primary or official source'), ('B', "B: established media or the operator's own page"), ('C', 'C: re-post or secondary text')], max_length=1, verbose_name='evidence grade')),
                ('profile', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='values', to='monitoring.wasteprofile', verbose_name='city waste profile')),
            ],
            options={
                'verbose_name': 'waste indicator',
                'verbose_name_plural': 'waste indicators',
                'constraints': [models.CheckConstraint(condition=models.Q(('indicator__in', ['population', 'generated', 'collected', 'landfilled', 'energy', 'incinerated', 'biological', 'other-treatment', 'uncontrolled', 'recycled', 'plastics-share', 'leakage'])), name='monitoring_wastevalue_indicator_known', violation_error_message='Choose values from the list only.'), models.CheckConstraint(condition=models.Q(('unit__in', ['t', '10kt', 't/d', '%', 'persons'])), name='monitoring_wastevalue_unit_known', violation_error_message='Choose values from the list only.'), models.CheckConstraint(condition=models.Q(('scope__in', ['municipal', 'household', 'cleared', 'all', 'other', ''])), name='monitoring_wastevalue_scope_known', violation_error_message='Choose values from the list only.'), models.CheckConstraint(condition=models.Q(('grade__in', ['A', 'B', 'C', ''])), name='monitoring_wastevalue_grade_known', violation_error_message='Choose values from the list only.'), models.UniqueConstraint(fields=('profile', 'indicator'), name='monitoring_wastevalue_once'), models.CheckConstraint(condition=models.Q(models.Q(('indicator', 'population'), ('unit__in', ['persons'])), models.Q(('indicator', 'generated'), ('unit__in', ['10kt', 't', 't/d'])), models.Q(('indicator', 'collected'), ('unit__in', ['%', '10kt', 't', 't/d'])), models.Q(('indicator', 'landfilled'), ('unit__in', ['%', '10kt', 't', 't/d'])), models.Q(('indicator', 'energy'), ('unit__in', ['%', '10kt', 't', 't/d'])), models.Q(('indicator', 'incinerated'), ('unit__in', ['%', '10kt', 't', 't/d'])), models.Q(('indicator', 'biological'), ('unit__in', ['%', '10kt', 't', 't/d'])), models.Q(('indicator', 'other-treatment'), ('unit__in', ['%', '10kt', 't', 't/d'])), models.Q(('indicator', 'uncontrolled'), ('unit__in', ['%', '10kt', 't', 't/d'])), models.Q(('indicator', 'recycled'), ('unit__in', ['%', '10kt', 't', 't/d'])), models.Q(('indicator', 'plastics-share'), ('unit__in', ['%'])), models.Q(('indicator', 'leakage'), ('unit__in', ['10kt', 't', 't/d'])), _connector='OR'), name='monitoring_wastevalue_unit_fits'), models.CheckConstraint(condition=models.Q(('value__gte', 0), models.Q(models.Q(('unit', '%'), _negated=True), ('value__lte', 100), _connector='OR')), name='monitoring_wastevalue_amount'), models.CheckConstraint(condition=models.Q(('indicator', 'population'), models.Q(('scope__gt', ''), ('scope__isnull', False)), _connector='OR'), name='monitoring_wastevalue_waste_said'), models.CheckConstraint(condition=models.Q(('first_day__lte', models.F('last_day'))), name='monitoring_wastevalue_days_in_order'), models.CheckConstraint(condition=models.Q(('definition__gt', ''), ('definition__isnull', False), ('source__gt', ''), ('source__isnull', False)), name='monitoring_wastevalue_told')],
            },
        ),
    ]
