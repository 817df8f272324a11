"""How samples of microplastics were taken, and what materials weighed. Of rows that are there nothing is told."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0032_blanks_agree'),
    ]

    operations = [
        migrations.CreateModel(
            name='MicroTaking',
            fields=[
                ('sample', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='taking', serialize=False, to='monitoring.microsample', verbose_name='sample of microplastics')),
                ('started_at', models.TimeField(blank=True, null=True, verbose_name='begin')),
                ('ended_at', models.TimeField(blank=True, null=True, verbose_name='end')),
                ('end_latitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, verbose_name='latitude at the end')),
                ('end_longitude', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, verbose_name='longitude at the end')),
                ('net_width_m', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='width of the net (m)')),
                ('net_height_m', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='height of the net (m)')),
                ('immersed_height_m', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='height of the net in the water (m)')),
                ('tow_minutes', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='duration of the tow (min)')),
                ('speed_kn', models.DecimalField(blank=True, decimal_places=1, max_digits=3, null=True, verbose_name='speed of the vessel (kn)')),
                ('flow_start', models.DecimalField(blank=True, decimal_places=1, max_digits=10, null=True, verbose_name='flow meter at the start')),
                ('flow_end', models.DecimalField(blank=True, decimal_places=1, max_digits=10, null=True, verbose_name='flow meter at the end')),
                ('flow_constant', models.DecimalField(blank=True, decimal_places=5, max_digits=8, null=True, verbose_name='metres for a unit of the flow meter')),
                ('quadrat_m2', models.DecimalField(blank=True, decimal_places=4, max_digits=8, null=True, verbose_name='area sampled (m2)')),
                ('layer_top_cm', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='top of the layer (cm)')),
                ('layer_bottom_cm', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='bottom of the layer (cm)')),
                ('water_pct', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='water in the sediment (%)')),
                ('grain_um', models.DecimalField(blank=True, decimal_places=1, max_digits=6, null=True, verbose_name='median grain size (μm)')),
                ('carbon_pct', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='total organic carbon (%)')),
                ('tissue', models.CharField(blank=True, choices=[('whole', 'the whole animal'), ('gut', 'stomach and gut'), ('gills', 'gills'), ('muscle', 'muscle'), ('liver', 'liver'), ('other', 'other')], max_length=8, verbose_name='tissue')),
                ('wet_mass_g', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True, verbose_name='wet mass of all individuals (g)')),
                ('length_mm', models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True, verbose_name='mean length of the individuals (mm)')),
            ],
            options={
                'verbose_name': 'taking of a sample',
                'verbose_name_plural': 'takings of samples',
                'constraints': [models.CheckConstraint(condition=models.Q(('tissue__in', ['whole', 'gut', 'gills', 'muscle', 'liver', 'other', ''])), name='monitoring_microtaking_tissue_known', violation_error_message='Choose values from the list only.'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('end_latitude__isnull', True), ('end_longitude__isnull', True)), models.Q(('end_latitude__isnull', False), ('end_longitude__isnull', False)), _connector='OR'), models.Q(('end_latitude__isnull', True), ('end_latitude__range', (-90, 90)), _connector='OR'), models.Q(('end_longitude__isnull', True), ('end_longitude__range', (-180, 180)), _connector='OR')), name='monitoring_microtaking_end'), models.CheckConstraint(condition=models.Q(models.Q(('net_width_m__isnull', True), ('net_width_m__gt', 0), _connector='OR'), models.Q(('net_height_m__isnull', True), ('net_height_m__gt', 0), _connector='OR'), models.Q(('immersed_height_m__isnull', True), ('immersed_height_m__gt', 0), _connector='OR'), models.Q(('tow_minutes__isnull', True), ('tow_minutes__gt', 0), _connector='OR'), models.Q(('flow_constant__isnull', True), ('flow_constant__gt', 0), _connector='OR'), models.Q(('quadrat_m2__isnull', True), ('quadrat_m2__gt', 0), _connector='OR'), models.Q(('grain_um__isnull', True), ('grain_um__gt', 0), _connector='OR'), models.Q(('wet_mass_g__isnull', True), ('wet_mass_g__gt', 0), _connector='OR'), models.Q(('length_mm__isnull', True), ('length_mm__gt', 0), _connector='OR')), name='monitoring_microtaking_above_zero'), models.CheckConstraint(condition=models.Q(('immersed_height_m__isnull', True), ('net_height_m__isnull', True), ('immersed_height_m__lte', models.F('net_height_m')), _connector='OR'), name='monitoring_microtaking_immersed'), models.CheckConstraint(condition=models.Q(('speed_kn__isnull', True), models.Q(('speed_kn__gt', 0), ('speed_kn__lte', 8)), _connector='OR'), name='monitoring_microtaking_speed'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('flow_start__isnull', True), ('flow_end__isnull', True), ('flow_constant__isnull', True)), models.Q(('flow_start__isnull', False), ('flow_end__isnull', False), ('flow_constant__isnull', False)), _connector='OR'), models.Q(('flow_start__isnull', True), models.Q(('flow_end__gt', models.F('flow_start')), ('flow_start__gte', 0)), _connector='OR')), name='monitoring_microtaking_flow'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('layer_top_cm__isnull', True), ('layer_bottom_cm__isnull', True)), models.Q(('layer_top_cm__isnull', False), ('layer_bottom_cm__isnull', False)), _connector='OR'), models.Q(('layer_top_cm__isnull', True), models.Q(('layer_bottom_cm__gt', models.F('layer_top_cm')), ('layer_top_cm__gte', 0)), _connector='OR')), name='monitoring_microtaking_layer'), models.CheckConstraint(condition=models.Q(models.Q(('water_pct__isnull', True), ('water_pct__range', (0, 100)), _connector='OR'), models.Q(('carbon_pct__isnull', True), ('carbon_pct__range', (0, 100)), _connector='OR')), name='monitoring_microtaking_shares')],
            },
        ),
        migrations.CreateModel(
            name='SurveyWeight',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('material', models.CharField(choices=[('plastic', 'plastic'), ('rubber', 'rubber'), ('glass-ceramic', 'glass and ceramics'), ('metal', 'metal'), ('textile', 'textile'), ('wood', 'processed wood'), ('paper', 'paper and cardboard'), ('chemicals', 'chemicals'), ('food', 'food waste'), ('other', 'other or several materials')], max_length=16, verbose_name='material')),
                ('weight_kg', models.DecimalField(decimal_places=3, max_digits=9, verbose_name='weight (kg)')),
                ('survey', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='weights', to='monitoring.survey', verbose_name='survey')),
            ],
            options={
                'verbose_name': 'weight of a material',
                'verbose_name_plural': 'weights of materials',
                'constraints': [models.UniqueConstraint(fields=('survey', 'material'), name='monitoring_surveyweight_once'), models.CheckConstraint(condition=models.Q(('material__in', ['plastic', 'rubber', 'glass-ceramic', 'metal', 'textile', 'wood', 'paper', 'chemicals', 'food', 'other'])), name='monitoring_surveyweight_material_known', violation_error_message='Choose values from the list only.'), models.CheckConstraint(condition=models.Q(('weight_kg__gte', 0)), name='monitoring_surveyweight_not_below_zero')],
            },
        ),
    ]
