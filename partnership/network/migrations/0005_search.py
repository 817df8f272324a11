from django.db import migrations

from partnership.search.indexing.triggers import mark_changes


class Migration(migrations.Migration):
    """What is written past the models is swept up by the search."""

    dependencies = [
        ("partnership", "0004_enquiries"),
        ("search", "0002_triggers"),
    ]

    operations = [
        mark_changes(
            "organisation",
            partnership_organisation="id",
            partnership_organisation_themes="organisation_id",
        ),
    ]
