"""What was agreed stays: neither it nor what was reported on it is ever deleted."""

from django.db import migrations

from partnership.core.publication_triggers import renew_on_change
from partnership.search.indexing.triggers import mark_changes

REFUSE = """
CREATE FUNCTION partnership_keep_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.agreed_on IS DISTINCT FROM OLD.agreed_on THEN
            RAISE EXCEPTION 'The day of an agreement is never changed.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'An agreed commitment is never deleted.' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER partnership_commitment_kept BEFORE UPDATE OR DELETE ON partnership_commitment
FOR EACH ROW WHEN (OLD.agreed_on IS NOT NULL) EXECUTE FUNCTION partnership_keep_agreed();

CREATE FUNCTION partnership_keep_reported() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM partnership_commitment
        WHERE id = OLD.commitment_id AND agreed_on IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'What was reported on an agreed commitment is never deleted.'
        USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER partnership_report_kept BEFORE DELETE ON partnership_commitmentreport
FOR EACH ROW EXECUTE FUNCTION partnership_keep_reported();
CREATE TRIGGER partnership_evidence_kept BEFORE DELETE ON partnership_commitmentevidence
FOR EACH ROW EXECUTE FUNCTION partnership_keep_reported();
"""
ALLOW = """
DROP TRIGGER partnership_evidence_kept ON partnership_commitmentevidence;
DROP TRIGGER partnership_report_kept ON partnership_commitmentreport;
DROP FUNCTION partnership_keep_reported();
DROP TRIGGER partnership_commitment_kept ON partnership_commitment;
DROP FUNCTION partnership_keep_agreed();
"""


class Migration(migrations.Migration):
    dependencies = [("partnership", "0006_commitments"), ("search", "0002_triggers")]

    operations = [
        migrations.RunSQL(REFUSE, ALLOW),
        renew_on_change(
            "partnership",
            "partnership_commitment",
            "partnership_commitmentreport",
            "partnership_commitmentevidence",
        ),
        mark_changes("commitment", partnership_commitment="id"),
    ]
