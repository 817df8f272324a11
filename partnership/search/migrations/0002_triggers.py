from django.db import migrations

from partnership.core.publication_triggers import renew_on_change
from partnership.search.indexing.triggers import FUNCTION, NO_FUNCTION


class Migration(migrations.Migration):
    """Pages made from entries or the glossary are renewed when these change; rows that others write
    past the models are marked."""

    dependencies = [
        ("search", "0001_index"),
        ("core", "0004_snippets"),
    ]

    operations = [
        migrations.RunSQL(FUNCTION, NO_FUNCTION),
        renew_on_change("search", "search_searchentry"),
        renew_on_change("glossary", "search_concept", "search_term"),
    ]
