from django.db import migrations, models

from partnership.search.indexing.triggers import mark_changes


class Migration(migrations.Migration):
    """The search finds campaigns, and two people at one form lose nothing."""

    dependencies = [
        ("outreach", "0002_search"),
        ("search", "0002_triggers"),
    ]

    operations = [
        migrations.AddField(
            model_name="campaign",
            name="version",
            field=models.PositiveIntegerField(
                db_default=1, default=1, editable=False, verbose_name="version"
            ),
        ),
        mark_changes("campaign", outreach_campaign="id", outreach_cleanup="campaign_id"),
    ]
