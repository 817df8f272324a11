from django.db import migrations, models
from django.db.models import Q

REMARK = "remark of the secretariat"
REASON = "reason of the withdrawal"
# What was said so far was written in Chinese, the language of the secretariat.
KEEP = """
UPDATE partnership_commitmentreport SET remark_zh_hans = remark WHERE remark <> '';
UPDATE partnership_commitmentevidence SET reason_zh_hans = reason WHERE reason <> '';
"""


def text(label):
    return models.TextField(blank=True, db_default="", default="", verbose_name=label)


def filled(field):
    return Q(**{f"{field}__isnull": False, f"{field}__gt": ""})


class Migration(migrations.Migration):
    """Owners read in their own language why a report comes back or a document is withdrawn."""

    dependencies = [
        ("partnership", "0013_documents_looked_at"),
    ]

    operations = [
        migrations.AlterField("commitmentreport", "remark", text(REMARK)),
        migrations.AddField("commitmentreport", "remark_zh_hans", text(REMARK)),
        migrations.AddField("commitmentreport", "remark_en", text(REMARK)),
        migrations.AlterField("commitmentevidence", "reason", text(REASON)),
        migrations.AddField("commitmentevidence", "reason_zh_hans", text(REASON)),
        migrations.AddField("commitmentevidence", "reason_en", text(REASON)),
        migrations.RunSQL(KEEP, migrations.RunSQL.noop),
        migrations.RemoveConstraint(
            "commitmentreport", "partnership_commitmentreport_returned_with_remark"
        ),
        migrations.AddConstraint(
            "commitmentreport",
            models.CheckConstraint(
                name="partnership_commitmentreport_returned_with_remark",
                condition=~Q(state="returned") | filled("remark_zh_hans") | filled("remark_en"),
            ),
        ),
        migrations.RemoveConstraint(
            "commitmentevidence", "partnership_commitmentevidence_withdrawn_with_reason"
        ),
        migrations.AddConstraint(
            "commitmentevidence",
            models.CheckConstraint(
                name="partnership_commitmentevidence_withdrawn_with_reason",
                condition=Q(withdrawn_on__isnull=True)
                | filled("reason_zh_hans")
                | filled("reason_en"),
            ),
        ),
    ]
