"""Particles of a sample one by one, and their transparency."""

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0025_submitting_asked_at'),
    ]

    operations = [
        migrations.CreateModel(
            name='MicroParticle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='number in the sample')),
                ('length_um', models.DecimalField(decimal_places=1, max_digits=5, verbose_name='length (μm)')),
                ('width_um', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='width (μm)')),
                ('height_um', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='height (μm)')),
                ('mass_mg', models.DecimalField(blank=True, decimal_places=4, max_digits=9, null=True, verbose_name='mass (mg)')),
                ('area_um2', models.DecimalField(blank=True, decimal_places=1, max_digits=9, null=True, verbose_name='area (μm2)')),
                ('match_pct', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='match with the library (%)')),
                ('size', models.GeneratedField(db_persist=True, expression=models.Case(models.When(length_um__lt=20, then=models.Value('0-20', output_field=models.CharField(max_length=12))), models.When(length_um__lt=100, then=models.Value('20-100', output_field=models.CharField(max_length=12))), models.When(length_um__lt=300, then=models.Value('100-300', output_field=models.CharField(max_length=12))), models.When(length_um__lt=500, then=models.Value('300-500', output_field=models.CharField(max_length=12))), models.When(length_um__lt=1000, then=models.Value('500-1000', output_field=models.CharField(max_length=12))), default=models.Value('1000-5000', output_field=models.CharField(max_length=12)), output_field=models.CharField(max_length=12)), output_field=models.CharField(choices=[('0-20', '< 20 μm'), ('20-100', '20–100 μm'), ('100-300', '100–300 μm'), ('300-500', '300–500 μm'), ('500-1000', '500–1000 μm'), ('1000-5000', '1000–5000 μm')], max_length=12, verbose_name='size'))),
                ('shape', models.CharField(blank=True, choices=[('fragment', 'fragment'), ('fibre', 'fibre'), ('bundle', 'bundle of fibres'), ('film', 'film'), ('foam', 'foam'), ('pellet', 'pellet'), ('bead', 'sphere or bead'), ('line', 'line'), ('other', 'other')], max_length=12, verbose_name='shape')),
                ('colour', models.CharField(blank=True, choices=[('none', 'colourless'), ('white', 'white'), ('black', 'black'), ('grey', 'grey'), ('blue', 'blue'), ('green', 'green'), ('yellow', 'yellow'), ('red', 'red'), ('other', 'other')], max_length=12, verbose_name='colour')),
                ('transparency', models.CharField(blank=True, choices=[('transparent', 'transparent'), ('translucent', 'translucent'), ('opaque', 'opaque')], max_length=12, verbose_name='transparency')),
                ('polymer', models.CharField(blank=True, choices=[('pe', 'polyethylene (PE)'), ('pp', 'polypropylene (PP)'), ('ps', 'polystyrene (PS)'), ('pet', 'polyester (PET)'), ('pvc', 'polyvinyl chloride (PVC)'), ('pa', 'polyamide (PA)'), ('pu', 'polyurethane (PU)'), ('acrylic', 'acrylic polymers'), ('rubber', 'rubber'), ('other', 'other')], max_length=12, verbose_name='polymer')),
            ],
            options={
                'verbose_name': 'particle',
                'verbose_name_plural': 'particles',
            },
        ),
        migrations.RemoveConstraint(
            model_name='microcount',
            name='monitoring_microcount_value_known',
        ),
        migrations.AlterField(
            model_name='microcount',
            name='trait',
            field=models.CharField(choices=[('shape', 'shape'), ('size', 'size'), ('colour', 'colour'), ('transparency', 'transparency'), ('polymer', 'polymer')], max_length=12, verbose_name='trait'),
        ),
        migrations.AddConstraint(
            model_name='microcount',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('trait', 'shape'), ('value__in', ['fragment', 'fibre', 'bundle', 'film', 'foam', 'pellet', 'bead', 'line', 'other'])), models.Q(('trait', 'size'), ('value__in', ['0-20', '20-100', '100-300', '300-500', '500-1000', '1000-5000'])), models.Q(('trait', 'colour'), ('value__in', ['none', 'white', 'black', 'grey', 'blue', 'green', 'yellow', 'red', 'other'])), models.Q(('trait', 'transparency'), ('value__in', ['transparent', 'translucent', 'opaque'])), models.Q(('trait', 'polymer'), ('value__in', ['pe', 'pp', 'ps', 'pet', 'pvc', 'pa', 'pu', 'acrylic', 'rubber', 'other'])), _connector='OR'), name='monitoring_microcount_value_known'),
        ),
        migrations.AddField(
            model_name='microparticle',
            name='sample',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='listed', to='monitoring.microsample', verbose_name='sample of microplastics'),
        ),
        migrations.AddConstraint(
            model_name='microparticle',
            constraint=models.UniqueConstraint(fields=('sample', 'number'), name='monitoring_microparticle_once'),
        ),
        migrations.AddConstraint(
            model_name='microparticle',
            constraint=models.CheckConstraint(condition=models.Q(('shape__in', ['fragment', 'fibre', 'bundle', 'film', 'foam', 'pellet', 'bead', 'line', 'other', ''])), name='monitoring_microparticle_shape_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='microparticle',
            constraint=models.CheckConstraint(condition=models.Q(('colour__in', ['none', 'white', 'black', 'grey', 'blue', 'green', 'yellow', 'red', 'other', ''])), name='monitoring_microparticle_colour_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='microparticle',
            constraint=models.CheckConstraint(condition=models.Q(('transparency__in', ['transparent', 'translucent', 'opaque', ''])), name='monitoring_microparticle_transparency_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='microparticle',
            constraint=models.CheckConstraint(condition=models.Q(('polymer__in', ['pe', 'pp', 'ps', 'pet', 'pvc', 'pa', 'pu', 'acrylic', 'rubber', 'other', ''])), name='monitoring_microparticle_polymer_known', violation_error_message='Choose values from the list only.'),
        ),
        migrations.AddConstraint(
            model_name='microparticle',
            constraint=models.CheckConstraint(condition=models.Q(('length_um__gt', 0), ('length_um__lt', 5000)), name='monitoring_microparticle_length'),
        ),
        migrations.AddConstraint(
            model_name='microparticle',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('width_um__isnull', True), models.Q(('width_um__gt', 0), ('width_um__lte', models.F('length_um'))), _connector='OR'), models.Q(('height_um__isnull', True), models.Q(('height_um__gt', 0), ('height_um__lte', models.F('length_um'))), _connector='OR'), models.Q(('area_um2__isnull', True), models.Q(('area_um2__gt', 0), ('area_um2__lte', django.db.models.expressions.CombinedExpression(models.F('length_um'), '*', models.F('length_um')))), _connector='OR')), name='monitoring_microparticle_length_is_longest'),
        ),
        migrations.AddConstraint(
            model_name='microparticle',
            constraint=models.CheckConstraint(condition=models.Q(('mass_mg__isnull', True), models.Q(('mass_mg__gt', 0), ('mass_mg__lte', 10000)), _connector='OR'), name='monitoring_microparticle_mass'),
        ),
        migrations.AddConstraint(
            model_name='microparticle',
            constraint=models.CheckConstraint(condition=models.Q(('match_pct__isnull', True), ('match_pct__range', (0, 100)), _connector='OR'), name='monitoring_microparticle_match'),
        ),
    ]
