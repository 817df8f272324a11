from django.db import migrations

from partnership.search.indexing.triggers import mark_changes


class Migration(migrations.Migration):
    """What is written past the models into the tables that show in an event's entry is swept up."""

    dependencies = [
        ("roundtables", "0003_on_kept_pages_and_found"),
        ("search", "0002_triggers"),
    ]

    operations = [
        mark_changes("event", roundtables_roundtable="event_id"),
    ]
