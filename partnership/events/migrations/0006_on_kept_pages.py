from django.db import migrations

from partnership.core.publication_triggers import renew_on_change


class Migration(migrations.Migration):
    """The home page, which is kept, shows what is coming."""

    dependencies = [
        ("events", "0005_search"),
    ]

    operations = [
        renew_on_change("events", "events_event"),
    ]
