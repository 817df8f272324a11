"""A letter may be replaced by a later one."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("nominations", "0004_version_of_a_quota"),
    ]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="replaced_by",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="replaces",
                to="nominations.letter",
                verbose_name="replaced by",
            ),
        ),
    ]
