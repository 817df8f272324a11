"""Blanks and methods of samples one by one, and what lies behind a beach. Of rows that are there nothing is told."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0030_reports_are_made_by_a_worker'),
        ('partnership', '0015_handovers'),
        ('reference', '0005_single_use_items'),
    ]

    operations = [
        migrations.CreateModel(
            name='MicroBlank',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='number of the blank')),
                ('kind', models.CharField(choices=[('field', 'field blank'), ('laboratory', 'laboratory blank'), ('procedural', 'procedural blank'), ('airborne', 'airborne blank')], max_length=10, verbose_name='kind of blank')),
                ('particles', models.PositiveIntegerField(verbose_name='microplastics found')),
            ],
            options={
                'verbose_name': 'blank',
                'verbose_name_plural': 'blanks',
            },
        ),
        migrations.CreateModel(
            name='MicroMethod',
            fields=[
                ('sample', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='method', serialize=False, to='monitoring.microsample', verbose_name='sample of microplastics')),
                ('digestion', models.CharField(blank=True, choices=[('none', 'none'), ('h2o2', 'hydrogen peroxide (H2O2)'), ('fenton', "Fenton's reagent"), ('koh', 'potassium hydroxide (KOH)'), ('naoh', 'sodium hydroxide (NaOH)'), ('hno3', 'nitric acid (HNO3)'), ('enzymes', 'enzymes'), ('other', 'other')], max_length=12, verbose_name='digestion')),
                ('digestion_celsius', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='temperature of digestion (°C)')),
                ('digestion_hours', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='hours of digestion')),
                ('separation', models.CharField(blank=True, choices=[('none', 'none'), ('nacl', 'sodium chloride (NaCl)'), ('nai', 'sodium iodide (NaI)'), ('zncl2', 'zinc chloride (ZnCl2)'), ('cacl2', 'calcium chloride (CaCl2)'), ('spt', 'sodium polytungstate'), ('other', 'other')], max_length=12, verbose_name='density separation')),
                ('density_g_cm3', models.DecimalField(blank=True, decimal_places=2, max_digits=3, null=True, verbose_name='density of the solution (g/cm3)')),
                ('sieves_um', models.CharField(blank=True, max_length=60, verbose_name='sieves (μm)')),
                ('filter_material', models.CharField(blank=True, choices=[('glass', 'glass fibre'), ('cellulose', 'cellulose'), ('pc', 'polycarbonate'), ('ptfe', 'PTFE'), ('alumina', 'aluminium oxide'), ('silicon', 'silicon'), ('steel', 'stainless steel'), ('other', 'other')], max_length=12, verbose_name='filter')),
                ('filter_mm', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='diameter of the filter (mm)')),
                ('pore_um', models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True, verbose_name='pores of the filter (μm)')),
                ('counting', models.CharField(blank=True, choices=[('visual', 'by eye or light microscope'), ('staining', 'staining'), ('fluorescence', 'fluorescence microscope'), ('sem', 'scanning electron microscope'), ('automatic', 'automatic image analysis')], max_length=12, verbose_name='counted by')),
                ('magnification', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='magnification')),
                ('library', models.CharField(blank=True, max_length=120, verbose_name='spectral library')),
                ('threshold_pct', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='least match with the library (%)')),
                ('analysed_pct', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='share of the sample analysed (%)')),
                ('confirmed_pct', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='share of particles confirmed (%)')),
                ('correction', models.CharField(blank=True, choices=[('none', 'none: reported as counted'), ('mean', 'the mean of the blanks is taken off'), ('alike', 'particles like those of the blanks are left out'), ('limit', 'counts below the limit of detection are set aside'), ('other', 'other')], max_length=12, verbose_name='correction for blanks')),
                ('recovery_cv_pct', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='coefficient of variation of the recovery (%)')),
                ('spike_polymer', models.CharField(blank=True, choices=[('pe', 'polyethylene (PE)'), ('pp', 'polypropylene (PP)'), ('ps', 'polystyrene (PS)'), ('pet', 'polyester (PET)'), ('pvc', 'polyvinyl chloride (PVC)'), ('pa', 'polyamide (PA)'), ('pu', 'polyurethane (PU)'), ('acrylic', 'acrylic polymers'), ('rubber', 'rubber'), ('other', 'other')], max_length=12, verbose_name='polymer of the spike')),
                ('spike_um', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='size of the spike (μm)')),
                ('spike_particles', models.PositiveIntegerField(blank=True, null=True, verbose_name='particles of the spike')),
                ('lod_um', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='smallest size detected (μm)')),
                ('lod_particles', models.DecimalField(blank=True, decimal_places=1, max_digits=8, null=True, verbose_name='limit of detection (particles)')),
                ('loq_particles', models.DecimalField(blank=True, decimal_places=1, max_digits=8, null=True, verbose_name='limit of quantification (particles)')),
                ('is_air_filtered', models.BooleanField(blank=True, null=True, verbose_name='filtered air or a laminar flow')),
                ('is_clothing_ruled', models.BooleanField(blank=True, null=True, verbose_name='clothing of cotton, by rule')),
                ('is_without_plastic', models.BooleanField(blank=True, null=True, verbose_name='no plastic tools')),
                ('is_sealed', models.BooleanField(blank=True, null=True, verbose_name='samples kept closed')),
            ],
            options={
                'verbose_name': 'method of the laboratory',
                'verbose_name_plural': 'methods of the laboratory',
            },
        ),
        migrations.AddField(
            model_name='surveysite',
            name='back',
            field=models.CharField(blank=True, choices=[('dunes', 'dunes'), ('rocks', 'rocks'), ('cliff', 'a cliff'), ('forest', 'forest or bushes'), ('mangrove', 'mangroves or salt marsh'), ('grass', 'grass or fields'), ('wall', 'a sea wall or dyke'), ('built', 'a promenade, road or buildings'), ('other', 'something else')], help_text='Words of the portal, to be confirmed against the official lists.', max_length=10, verbose_name='back of the beach'),
        ),
        migrations.AddField(
            model_name='surveysite',
            name='development',
            field=models.CharField(blank=True, choices=[('none', 'nothing'), ('houses', 'houses'), ('tourism', 'hotels, restaurants, camping'), ('port', 'a port'), ('industry', 'industry'), ('farming', 'fields or ponds'), ('several', 'several of these')], help_text='Words of the portal, to be confirmed against the official lists.', max_length=10, verbose_name='behind the beach'),
        ),
        migrations.AddConstraint(
            model_name='surveysite',
            constraint=models.CheckConstraint(condition=models.Q(('back__in', ['dunes', 'rocks', 'cliff', 'forest', 'mangrove', 'grass', 'wall', 'built', 'other', ''])), name='monitoring_surveysite_back_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='surveysite',
            constraint=models.CheckConstraint(condition=models.Q(('development__in', ['none', 'houses', 'tourism', 'port', 'industry', 'farming', 'several', ''])), name='monitoring_surveysite_development_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddField(
            model_name='microblank',
            name='sample',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blank_rows', to='monitoring.microsample', verbose_name='sample of microplastics'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(('digestion__in', ['none', 'h2o2', 'fenton', 'koh', 'naoh', 'hno3', 'enzymes', 'other', ''])), name='monitoring_micromethod_digestion', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(('separation__in', ['none', 'nacl', 'nai', 'zncl2', 'cacl2', 'spt', 'other', ''])), name='monitoring_micromethod_separation', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(('filter_material__in', ['glass', 'cellulose', 'pc', 'ptfe', 'alumina', 'silicon', 'steel', 'other', ''])), name='monitoring_micromethod_filter', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(('counting__in', ['visual', 'staining', 'fluorescence', 'sem', 'automatic', ''])), name='monitoring_micromethod_counting', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(('correction__in', ['none', 'mean', 'alike', 'limit', 'other', ''])), name='monitoring_micromethod_correction', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(('spike_polymer__in', ['pe', 'pp', 'ps', 'pet', 'pvc', 'pa', 'pu', 'acrylic', 'rubber', 'other', ''])), name='monitoring_micromethod_polymer', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('digestion__in', ['', 'none']), _negated=True), models.Q(('digestion_celsius__isnull', True), ('digestion_hours__isnull', True)), _connector='OR'), name='monitoring_micromethod_digested'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('density_g_cm3__isnull', True), ('separation__in', ['', 'none'])), models.Q(models.Q(('separation__in', ['', 'none']), _negated=True), ('density_g_cm3__isnull', False), ('density_g_cm3__range', (1, 4))), _connector='OR'), name='monitoring_micromethod_density'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('digestion_celsius__isnull', True), ('digestion_celsius__range', (0, 200)), _connector='OR'), models.Q(('digestion_hours__isnull', True), ('digestion_hours__range', (0, 1000)), _connector='OR'), models.Q(('filter_mm__isnull', True), ('filter_mm__range', (5, 100)), _connector='OR'), models.Q(('pore_um__isnull', True), ('pore_um__range', (0.01, 100)), _connector='OR'), models.Q(('magnification__isnull', True), ('magnification__range', (1, 1000)), _connector='OR')), name='monitoring_micromethod_bounds'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('threshold_pct__isnull', True), ('threshold_pct__range', (0, 100)), _connector='OR'), models.Q(('analysed_pct__isnull', True), ('analysed_pct__range', (0, 100)), _connector='OR'), models.Q(('confirmed_pct__isnull', True), ('confirmed_pct__range', (0, 100)), _connector='OR'), models.Q(('recovery_cv_pct__isnull', True), ('recovery_cv_pct__range', (0, 100)), _connector='OR')), name='monitoring_micromethod_shares'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(('sieves_um', ''), ('sieves_um__regex', '^[0-9]{1,4}([.][0-9])?(, ?[0-9]{1,4}([.][0-9])?)*$'), _connector='OR'), name='monitoring_micromethod_sieves'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('spike_um__isnull', True), ('spike_um__gt', 0), _connector='OR'), models.Q(('spike_particles__isnull', True), ('spike_particles__gte', 1), _connector='OR')), name='monitoring_micromethod_spike'),
        ),
        migrations.AddConstraint(
            model_name='micromethod',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('lod_um__isnull', True), ('lod_um__gt', 0), _connector='OR'), models.Q(('lod_particles__isnull', True), ('lod_particles__gte', 0), _connector='OR'), models.Q(('loq_particles__isnull', True), models.Q(('lod_particles__isnull', False), ('loq_particles__gte', models.F('lod_particles'))), _connector='OR')), name='monitoring_micromethod_limits'),
        ),
        migrations.AddConstraint(
            model_name='microblank',
            constraint=models.UniqueConstraint(fields=('sample', 'number'), name='monitoring_microblank_once'),
        ),
        migrations.AddConstraint(
            model_name='microblank',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['field', 'laboratory', 'procedural', 'airborne'])), name='monitoring_microblank_kind_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='microblank',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1), ('particles__lte', 100000)), name='monitoring_microblank_within_reason'),
        ),
    ]
