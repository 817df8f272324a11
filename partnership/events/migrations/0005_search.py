from django.db import migrations

from partnership.search.indexing.triggers import mark_changes


class Migration(migrations.Migration):
    """What is written past the models is swept up by the search."""

    dependencies = [
        ("events", "0004_notices"),
        ("search", "0002_triggers"),
    ]

    operations = [
        mark_changes("event", events_event="id", events_event_themes="event_id"),
    ]
