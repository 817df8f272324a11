"""A list says whose names it could not print as they are written."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("attendance", "0003_badges_as_table"),
    ]

    operations = [
        migrations.AddField(
            model_name="export",
            name="unset_names",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                editable=False,
                verbose_name="names no font has",
            ),
        ),
    ]
