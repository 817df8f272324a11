from django.db import migrations

from partnership.search.indexing.triggers import mark_changes


class Migration(migrations.Migration):
    """What is written past the models is swept up by the search."""

    dependencies = [
        ("portal", "0002_renew_publication"),
        ("search", "0002_triggers"),
    ]

    operations = [
        mark_changes("page", portal_page="id"),
        mark_changes("news", portal_news="id"),
    ]
