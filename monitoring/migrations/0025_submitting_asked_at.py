"""Since when what is submitted from a file is told of together."""

import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('monitoring', '0024_descriptions_of_sites'),
    ]

    operations = [
        migrations.AddField(
            model_name='upload',
            name='submit_asked_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='submitting was asked for'),
        ),
    ]
