"""Blanks told one by one are as many, with as many particles, as their sample says."""

from django.db import migrations

HOLD = """
CREATE FUNCTION monitoring_hold_blanks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    key bigint := CASE TG_TABLE_NAME
        WHEN 'monitoring_microsample' THEN (to_jsonb(COALESCE(NEW, OLD)) ->> 'id')::bigint
        ELSE (to_jsonb(COALESCE(NEW, OLD)) ->> 'sample_id')::bigint END;
BEGIN
    IF EXISTS (
        SELECT 1 FROM monitoring_microsample s,
        LATERAL (
            SELECT count(*) AS number, COALESCE(sum(particles), 0) AS found
            FROM monitoring_microblank WHERE sample_id = s.id
        ) AS told
        WHERE s.id = key AND told.number > 0
        AND (told.number <> s.blanks OR told.found <> s.blank_particles)
    ) THEN
        RAISE EXCEPTION 'Sample %: its blanks do not agree with their sums.', key
            USING ERRCODE = 'check_violation', CONSTRAINT = 'monitoring_microblank_agree';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER monitoring_microsample_blanks_agree
AFTER UPDATE OF blanks, blank_particles ON monitoring_microsample
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION monitoring_hold_blanks();
CREATE CONSTRAINT TRIGGER monitoring_microblank_agree
AFTER INSERT OR UPDATE OR DELETE ON monitoring_microblank
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION monitoring_hold_blanks();
"""
LET_GO = """
DROP TRIGGER monitoring_microblank_agree ON monitoring_microblank;
DROP TRIGGER monitoring_microsample_blanks_agree ON monitoring_microsample;
DROP FUNCTION monitoring_hold_blanks();
"""


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0031_laboratory_and_back_of_beach")]

    operations = [migrations.RunSQL(HOLD, LET_GO)]
