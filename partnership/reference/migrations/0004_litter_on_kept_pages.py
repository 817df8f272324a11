from django.db import migrations

from partnership.core.publication_triggers import renew_on_change


class Migration(migrations.Migration):
    """Pages that are kept show litter items and their lists."""

    dependencies = [
        ("reference", "0003_litter_items"),
    ]

    operations = [
        renew_on_change(
            "reference", "reference_itemlist", "reference_litteritem", "reference_itemmap"
        ),
    ]
