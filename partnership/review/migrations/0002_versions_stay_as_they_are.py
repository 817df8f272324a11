"""What was submitted is never changed; it may go as a whole when its time is over."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION review_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A submitted version is never changed.' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER review_version_unchanged BEFORE UPDATE ON review_submissionversion
FOR EACH ROW EXECUTE FUNCTION review_refuse_change();
"""
ALLOW = """
DROP TRIGGER review_version_unchanged ON review_submissionversion;
DROP FUNCTION review_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("review", "0001_submissions")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
