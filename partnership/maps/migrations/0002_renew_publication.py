"""Make every change of approved maps renew what public pages show."""

from django.db import migrations

from partnership.core.publication_triggers import renew_on_change


class Migration(migrations.Migration):

    dependencies = [
        ("maps", "0001_approved_maps"),
        ("core", "0003_publication_version"),
    ]

    operations = [renew_on_change("maps", "maps_approvedmap")]
