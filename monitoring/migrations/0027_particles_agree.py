"""Particles told one by one agree with their number and with the counts by trait."""

from django.db import migrations

# All rows of a sample are looked at once for each statement, however many of them changed.
HOLD = """
CREATE FUNCTION monitoring_hold_particles() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    key bigint := CASE TG_TABLE_NAME
        WHEN 'monitoring_microsample' THEN (to_jsonb(COALESCE(NEW, OLD)) ->> 'id')::bigint
        ELSE (to_jsonb(COALESCE(NEW, OLD)) ->> 'sample_id')::bigint END;
    mark text := key || ' ' || statement_timestamp();
    every integer;
    listed integer;
BEGIN
    IF current_setting('monitoring.particles_looked_at', true) = mark THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('monitoring.particles_looked_at', mark, true);
    SELECT particles INTO every FROM monitoring_microsample WHERE id = key;
    SELECT count(*) INTO listed FROM monitoring_microparticle WHERE sample_id = key;
    IF listed = 0 THEN
        RETURN NULL;
    END IF;
    IF listed <> every OR EXISTS (
        WITH told AS (
            SELECT trait, value, count(*) AS number FROM monitoring_microparticle p,
            LATERAL (VALUES
                ('shape', p.shape), ('size', p.size), ('colour', p.colour),
                ('transparency', p.transparency), ('polymer', p.polymer)
            ) AS of_particle(trait, value)
            WHERE p.sample_id = key AND value <> '' GROUP BY trait, value
        ), counted AS (
            SELECT trait, value, count AS number FROM monitoring_microcount WHERE sample_id = key
        )
        SELECT 1 FROM told FULL JOIN counted USING (trait, value)
        WHERE COALESCE(told.number, 0) <> COALESCE(counted.number, 0)
    ) THEN
        RAISE EXCEPTION 'Sample %: its particles do not agree with what was counted.', key
            USING ERRCODE = 'check_violation', CONSTRAINT = 'monitoring_microparticle_agree';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER monitoring_microsample_particles_agree
AFTER UPDATE OF particles ON monitoring_microsample
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION monitoring_hold_particles();
CREATE CONSTRAINT TRIGGER monitoring_microcount_particles_agree
AFTER INSERT OR UPDATE OR DELETE ON monitoring_microcount
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION monitoring_hold_particles();
CREATE CONSTRAINT TRIGGER monitoring_microparticle_particles_agree
AFTER INSERT OR UPDATE OR DELETE ON monitoring_microparticle
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION monitoring_hold_particles();
"""
LET_GO = """
DROP TRIGGER monitoring_microparticle_particles_agree ON monitoring_microparticle;
DROP TRIGGER monitoring_microcount_particles_agree ON monitoring_microcount;
DROP TRIGGER monitoring_microsample_particles_agree ON monitoring_microsample;
DROP FUNCTION monitoring_hold_particles();
"""


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0026_particles_one_by_one")]

    operations = [migrations.RunSQL(HOLD, LET_GO)]
