from django.db import migrations

from partnership.search.indexing.triggers import mark_changes


class Migration(migrations.Migration):
    """What is written past the models into the tables that show in an event's entry is swept up."""

    dependencies = [
        ("monitoring", "0002_share_of_the_plan"),
        ("search", "0002_triggers"),
    ]

    operations = [
        mark_changes("event", monitoring_training="event_id", monitoring_trainer="event_id"),
    ]
