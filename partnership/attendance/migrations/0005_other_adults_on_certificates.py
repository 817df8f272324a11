"""A group's certificate names the other adults."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("attendance", "0004_names_no_font_has"),
    ]

    operations = [
        migrations.AddField(
            model_name="certificate",
            name="member_names",
            field=models.TextField(
                blank=True,
                db_default="",
                default="",
                editable=False,
                verbose_name="names of the other adults",
            ),
        ),
    ]
