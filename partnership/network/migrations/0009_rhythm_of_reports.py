from django.db import migrations, models


class Migration(migrations.Migration):
    """The secretariat agrees with an owner how often it is asked for a report."""

    dependencies = [
        ("partnership", "0008_codes_of_rules"),
    ]

    operations = [
        migrations.AddField(
            model_name="commitment",
            name="report_every",
            field=models.PositiveSmallIntegerField(
                choices=[
                    (3, "every three months"),
                    (6, "every six months"),
                    (12, "every year"),
                ],
                db_default=12,
                default=12,
                help_text="How often the owner gets a message. The light counts by the year all the same.",
                verbose_name="reports asked for",
            ),
        ),
        migrations.AddConstraint(
            model_name="commitment",
            constraint=models.CheckConstraint(
                condition=models.Q(("report_every__in", [3, 6, 12])),
                name="partnership_commitment_rhythm_known",
            ),
        ),
    ]
