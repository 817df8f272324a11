from django.db import migrations, models

# What is public stays public; of a proposal they are looked at with its agreement.
KEEP = """
UPDATE partnership_commitmentevidence SET accepted_on = partnership_commitmentevidence.created_at::date
FROM partnership_commitment
WHERE partnership_commitment.id = commitment_id AND agreed_on IS NOT NULL AND report_id IS NULL
"""


class Migration(migrations.Migration):
    """What an owner adds to a commitment outside of a report is looked at before it is public."""

    dependencies = [
        ("partnership", "0012_developed_country_agencies"),
    ]

    operations = [
        migrations.AddField(
            model_name="commitmentevidence",
            name="accepted_on",
            field=models.DateField(blank=True, null=True, verbose_name="accepted"),
        ),
        migrations.RunSQL(KEEP, migrations.RunSQL.noop),
    ]
