from django.db import migrations, models


class Migration(migrations.Migration):
    """The secretariat may release a city from a report."""

    dependencies = [
        ("reports", "0002_search"),
    ]

    operations = [
        migrations.AddField(
            model_name="eventreport",
            name="excused_on",
            field=models.DateField(
                blank=True, editable=False, null=True, verbose_name="released from it on"
            ),
        ),
    ]
