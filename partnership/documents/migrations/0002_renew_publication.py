"""Make every change of pictures and consents renew what public pages show."""

from django.db import migrations

from partnership.core.publication_triggers import renew_on_change


class Migration(migrations.Migration):

    dependencies = [
        ("documents", "0001_initial"),
        ("core", "0003_publication_version"),
    ]

    operations = [
        renew_on_change(
            "documents",
            "documents_consent",
            "documents_picture",
            "documents_picture_consents",
            "documents_storedfile",
        ),
    ]
