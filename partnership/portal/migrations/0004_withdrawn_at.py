from django.db import migrations, models
from django.db.models import Q

from partnership.core.withdrawals import note_withdrawals


class Migration(migrations.Migration):
    """The address of what was public says so when it no longer is."""

    dependencies = [
        ("core", "0002_audit_table"),
        ("portal", "0003_search"),
    ]

    operations = [
        migrations.AddField(
            "page",
            "withdrawn_at",
            models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="withdrawn"
            ),
        ),
        migrations.AddField(
            "news",
            "withdrawn_at",
            models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="withdrawn"
            ),
        ),
        migrations.AddConstraint(
            "page",
            models.CheckConstraint(
                name="portal_page_withdrawn_or_public",
                condition=Q(withdrawn_at__isnull=True) | Q(public_since__isnull=True),
            ),
        ),
        migrations.AddConstraint(
            "news",
            models.CheckConstraint(
                name="portal_news_withdrawn_or_public",
                condition=Q(withdrawn_at__isnull=True) | Q(public_since__isnull=True),
            ),
        ),
        note_withdrawals("portal_page", "portal.page"),
        note_withdrawals("portal_news", "portal.news"),
    ]
