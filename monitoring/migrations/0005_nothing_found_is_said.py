"""A survey has counts above zero or says that nothing was found; a blank never becomes a zero."""

from django.db import migrations

HOLD = """
CREATE FUNCTION monitoring_hold_nothing_found() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    key bigint := CASE TG_TABLE_NAME
        WHEN 'monitoring_survey' THEN (to_jsonb(COALESCE(NEW, OLD)) ->> 'id')::bigint
        ELSE (to_jsonb(COALESCE(NEW, OLD)) ->> 'survey_id')::bigint END;
    is_said boolean;
BEGIN
    SELECT nothing_found INTO is_said FROM monitoring_survey WHERE id = key;
    IF is_said = EXISTS (SELECT 1 FROM monitoring_littercount WHERE survey_id = key AND count > 0)
    THEN
        RAISE EXCEPTION 'Survey % has items above zero or says that nothing was found, not both.', key
            USING ERRCODE = 'check_violation', CONSTRAINT = 'monitoring_survey_nothing_is_said';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER monitoring_survey_nothing_is_said
AFTER INSERT OR UPDATE OF nothing_found ON monitoring_survey
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION monitoring_hold_nothing_found();
CREATE CONSTRAINT TRIGGER monitoring_littercount_nothing_is_said
AFTER INSERT OR UPDATE OR DELETE ON monitoring_littercount
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION monitoring_hold_nothing_found();
"""
LET_GO = """
DROP TRIGGER monitoring_littercount_nothing_is_said ON monitoring_littercount;
DROP TRIGGER monitoring_survey_nothing_is_said ON monitoring_survey;
DROP FUNCTION monitoring_hold_nothing_found();
"""


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0004_sites_and_surveys")]

    operations = [migrations.RunSQL(HOLD, LET_GO)]
