"""A survey at sea has counts above zero or says that nothing was found, as one of a beach (0005)."""

from django.db import migrations

HOLD = """
CREATE FUNCTION monitoring_hold_nothing_found_at_sea() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    key bigint := CASE TG_TABLE_NAME
        WHEN 'monitoring_seasurvey' THEN (to_jsonb(COALESCE(NEW, OLD)) ->> 'id')::bigint
        ELSE (to_jsonb(COALESCE(NEW, OLD)) ->> 'survey_id')::bigint END;
    is_said boolean;
BEGIN
    SELECT nothing_found INTO is_said FROM monitoring_seasurvey WHERE id = key;
    IF is_said = EXISTS (SELECT 1 FROM monitoring_seacount WHERE survey_id = key AND count > 0)
    THEN
        RAISE EXCEPTION 'Survey % has items above zero or says that nothing was found, not both.', key
            USING ERRCODE = 'check_violation', CONSTRAINT = 'monitoring_seasurvey_nothing_is_said';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER monitoring_seasurvey_nothing_is_said
AFTER INSERT OR UPDATE OF nothing_found ON monitoring_seasurvey
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION monitoring_hold_nothing_found_at_sea();
CREATE CONSTRAINT TRIGGER monitoring_seacount_nothing_is_said
AFTER INSERT OR UPDATE OR DELETE ON monitoring_seacount
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION monitoring_hold_nothing_found_at_sea();
"""
LET_GO = """
DROP TRIGGER monitoring_seacount_nothing_is_said ON monitoring_seacount;
DROP TRIGGER monitoring_seasurvey_nothing_is_said ON monitoring_seasurvey;
DROP FUNCTION monitoring_hold_nothing_found_at_sea();
"""


class Migration(migrations.Migration):
    dependencies = [("monitoring", "0017_surveys_at_sea")]

    operations = [migrations.RunSQL(HOLD, LET_GO)]
