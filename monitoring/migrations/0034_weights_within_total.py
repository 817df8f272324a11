"""Materials weigh no more together than all litter, and nothing where nothing was found."""

from django.db import migrations

HOLD = """
CREATE FUNCTION monitoring_hold_weights() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    key bigint := CASE TG_TABLE_NAME
        WHEN 'monitoring_survey' THEN (to_jsonb(COALESCE(NEW, OLD)) ->> 'id')::bigint
        ELSE (to_jsonb(COALESCE(NEW, OLD)) ->> 'survey_id')::bigint END;
BEGIN
    IF EXISTS (
        SELECT 1 FROM monitoring_survey s,
        LATERAL (
            SELECT COALESCE(sum(weight_kg), 0) AS together
            FROM monitoring_surveyweight WHERE survey_id = s.id
        ) AS told
        WHERE s.id = key AND told.together > CASE WHEN s.nothing_found THEN 0 ELSE s.weight_kg END
    ) THEN
        RAISE EXCEPTION 'Survey %: its materials weigh more than all of it.', key
            USING ERRCODE = 'check_violation', CONSTRAINT = 'monitoring_surveyweight_within_total';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER monitoring_survey_weights_within_total
AFTER UPDATE OF weight_kg, nothing_found ON monitoring_survey
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION monitoring_hold_weights();
CREATE CONSTRAINT TRIGGER monitoring_surveyweight_within_total
AFTER INSERT OR UPDATE ON monitoring_surveyweight
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION monitoring_hold_weights();
"""
LET_GO = """
DROP TRIGGER monitoring_surveyweight_within_total ON monitoring_surveyweight;
DROP TRIGGER monitoring_survey_weights_within_total ON monitoring_survey;
DROP FUNCTION monitoring_hold_weights();
"""


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0033_takings_and_weights")]

    operations = [migrations.RunSQL(HOLD, LET_GO)]
