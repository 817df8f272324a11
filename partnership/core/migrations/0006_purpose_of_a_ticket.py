"""Tickets say of which form they were, so that one form can be asked for less often."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("core", "0005_spent_ticket"),
    ]

    operations = [
        migrations.AddField(
            model_name="spentticket",
            name="purpose",
            field=models.CharField(db_default="", default="", max_length=60),
        ),
    ]
