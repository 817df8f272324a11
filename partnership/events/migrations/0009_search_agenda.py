from django.db import migrations

from partnership.search.indexing.triggers import mark_changes


class Migration(migrations.Migration):
    """What is written past the models into the tables that show in an event's entry is swept up."""

    dependencies = [
        ("events", "0008_agenda"),
        ("search", "0002_triggers"),
    ]

    operations = [
        mark_changes("event", events_session="event_id"),
    ]
