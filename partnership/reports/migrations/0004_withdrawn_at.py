from django.db import migrations, models

FOUND = """
UPDATE reports_eventreport AS report SET withdrawn_at = submission.closed_at
FROM review_submission AS submission
WHERE submission.id = report.submission_id AND submission.state = 'withdrawn'
AND submission.published_at IS NOT NULL
"""


class Migration(migrations.Migration):
    """The address of a public report says so when it no longer is."""

    dependencies = [
        ("reports", "0003_excused"),
        ("review", "0004_what_was_signed_and_turned"),
    ]

    operations = [
        migrations.AddField(
            "eventreport",
            "withdrawn_at",
            models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="withdrawn"
            ),
        ),
        migrations.RunSQL(FOUND, migrations.RunSQL.noop),
    ]
