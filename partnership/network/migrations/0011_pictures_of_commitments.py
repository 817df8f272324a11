from django.db import migrations, models

from partnership.core.publication_triggers import renew_on_change


class Migration(migrations.Migration):
    """Pictures show what was done for a commitment, while their rights are in order."""

    dependencies = [
        ("documents", "0001_initial"),
        ("partnership", "0010_reasons_in_both_languages"),
    ]

    operations = [
        migrations.AddField(
            model_name="commitment",
            name="pictures",
            field=models.ManyToManyField(
                blank=True,
                help_text="Taken in, with their rights, in the list of pictures.",
                related_name="in_commitments",
                to="documents.picture",
                verbose_name="pictures as evidence",
            ),
        ),
        renew_on_change("partnership", "partnership_commitment_pictures"),
    ]
