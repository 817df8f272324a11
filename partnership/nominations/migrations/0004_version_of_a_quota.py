"""Two people who change seats and deadline: the second is shown what the first has saved."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("nominations", "0003_reminders"),
    ]

    operations = [
        migrations.AddField(
            model_name="nominationquota",
            name="version",
            field=models.PositiveIntegerField(
                db_default=1, default=1, editable=False, verbose_name="version"
            ),
        ),
    ]
