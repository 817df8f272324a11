"""Certificates of many people are given in parts: for whom, and how far it is."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("attendance", "0001_attendance"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="plan",
            name="certified_up_to",
            field=models.PositiveBigIntegerField(
                blank=True, editable=False, null=True, verbose_name="certificates issued up to"
            ),
        ),
        migrations.AddField(
            model_name="plan",
            name="certifying_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="certificates are being issued for",
            ),
        ),
    ]
