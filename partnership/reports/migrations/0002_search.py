from django.db import migrations

from partnership.search.indexing.triggers import mark_changes

FOLLOW = """
CREATE FUNCTION reports_mark_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_changedrow (kind, object_id)
    SELECT 'report', id FROM reports_eventreport WHERE submission_id = NEW.id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
"""
ON_STATE = """
CREATE TRIGGER reports_mark_published AFTER UPDATE ON review_submission FOR EACH ROW
WHEN (OLD.state IS DISTINCT FROM NEW.state AND 'published' IN (OLD.state, NEW.state))
EXECUTE FUNCTION reports_mark_published();
"""
NO_LONGER = [
    "DROP TRIGGER reports_mark_published ON review_submission;",
    "DROP FUNCTION reports_mark_published();",
]


class Migration(migrations.Migration):
    """Published reports are found by the search; whether one is public its submission says."""

    dependencies = [
        ("reports", "0001_city_reports"),
        ("search", "0002_triggers"),
    ]

    operations = [
        mark_changes(
            "report",
            reports_eventreport="id",
            reports_reportedaction="report_id",
            reports_caselead="report_id",
        ),
        migrations.RunSQL(sql=[FOLLOW, ON_STATE], reverse_sql=NO_LONGER),
    ]
