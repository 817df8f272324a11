from django.db import migrations, models
from django.db.models import F, Q

from partnership.core.publication_triggers import renew_on_change

KEEP = """
CREATE TRIGGER partnership_handover_kept BEFORE DELETE ON partnership_handover
FOR EACH ROW EXECUTE FUNCTION partnership_keep_reported();
"""
LET_GO = "DROP TRIGGER partnership_handover_kept ON partnership_handover;"


def text():
    return models.TextField(db_default="", default="", verbose_name="reason")


def filled(field):
    return Q(**{f"{field}__isnull": False, f"{field}__gt": ""})


def organisation(label):
    return models.ForeignKey(
        on_delete=models.PROTECT, related_name="+", to="partnership.organisation", verbose_name=label
    )


class Migration(migrations.Migration):
    """A commitment says who had it before, and both organisations are told why."""

    dependencies = [
        ("core", "0003_publication_version"),
        ("partnership", "0014_owners_read_their_language"),
    ]

    operations = [
        migrations.CreateModel(
            name="Handover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="day")),
                ("reason", text()),
                ("reason_zh_hans", text()),
                ("reason_en", text()),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=models.PROTECT,
                        related_name="handovers",
                        to="partnership.commitment",
                        verbose_name="commitment",
                    ),
                ),
                ("giver", organisation("given by")),
                ("taker", organisation("taken over by")),
            ],
            options={
                "verbose_name": "handover",
                "verbose_name_plural": "handovers",
                "ordering": ["day", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        name="partnership_handover_to_another", condition=~Q(giver=F("taker"))
                    ),
                    models.CheckConstraint(
                        name="partnership_handover_with_reason",
                        condition=filled("reason_zh_hans") & filled("reason_en"),
                    ),
                ],
            },
        ),
        migrations.RunSQL(KEEP, LET_GO),
        renew_on_change("partnership", "partnership_handover"),
    ]
