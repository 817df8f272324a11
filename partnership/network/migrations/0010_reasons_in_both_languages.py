from django.db import migrations, models

LABEL = "reason of the present state"
# What was noted so far was written by the secretariat, in Chinese.
KEEP = "UPDATE partnership_commitment SET reason_zh_hans = reason WHERE reason <> ''"


class Migration(migrations.Migration):
    """Owners read why a commitment is delayed or dropped in their own language."""

    dependencies = [
        ("partnership", "0009_rhythm_of_reports"),
    ]

    operations = [
        migrations.AlterField(
            model_name="commitment",
            name="reason",
            field=models.TextField(blank=True, db_default="", default="", verbose_name=LABEL),
        ),
        migrations.AddField(
            model_name="commitment",
            name="reason_zh_hans",
            field=models.TextField(blank=True, db_default="", default="", verbose_name=LABEL),
        ),
        migrations.AddField(
            model_name="commitment",
            name="reason_en",
            field=models.TextField(blank=True, db_default="", default="", verbose_name=LABEL),
        ),
        migrations.RunSQL(KEEP, migrations.RunSQL.noop),
    ]
