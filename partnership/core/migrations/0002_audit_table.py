"""The audit table, partitioned by month, and what the database refuses about it."""

from django.db import migrations

FORWARDS = """
CREATE TABLE core_auditevent (
    id uuid NOT NULL,
    occurred_at timestamptz NOT NULL,
    actor_id varchar(40) NOT NULL,
    actor_label varchar(200) NOT NULL,
    verb varchar(40) NOT NULL,
    target_type varchar(100) NOT NULL,
    target_id varchar(60) NOT NULL,
    target_label varchar(300) NOT NULL,
    changes jsonb NOT NULL,
    note text NOT NULL,
    request_id varchar(40) NOT NULL,
    PRIMARY KEY (occurred_at, id)
) PARTITION BY RANGE (occurred_at);

CREATE INDEX core_auditevent_target ON core_auditevent (target_type, target_id, occurred_at DESC);
CREATE INDEX core_auditevent_actor ON core_auditevent (actor_id, occurred_at DESC);
CREATE INDEX core_auditevent_latest ON core_auditevent (occurred_at DESC, id DESC);

CREATE FUNCTION core_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit trail is append-only: % is refused.', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE FUNCTION core_audit_guard(name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I '
                   'FOR EACH STATEMENT EXECUTE FUNCTION core_audit_refuse()', name);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM PUBLIC, CURRENT_USER', name);
END $$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON core_auditevent
    FOR EACH ROW EXECUTE FUNCTION core_audit_refuse();
SELECT core_audit_guard('core_auditevent');

-- Catches an event outside the months made ahead, so that no deed fails for lack of a partition.
CREATE TABLE core_auditevent_other PARTITION OF core_auditevent DEFAULT;
SELECT core_audit_guard('core_auditevent_other');

CREATE FUNCTION core_audit_add_month(month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    starts date := date_trunc('month', month);
    name text := 'core_auditevent_' || to_char(starts, 'YYYY_MM');
BEGIN
    IF to_regclass(name) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE %I PARTITION OF core_auditevent FOR VALUES FROM (%L) TO (%L)',
                   name,
                   starts::timestamp AT TIME ZONE 'UTC',
                   (starts + interval '1 month') AT TIME ZONE 'UTC');
    PERFORM core_audit_guard(name);
END $$;

CREATE FUNCTION core_audit_months() RETURNS TABLE (month date) LANGUAGE sql STABLE AS $$
    SELECT to_date(right(child.relname, 7), 'YYYY_MM')
    FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
    WHERE inhparent = 'core_auditevent'::regclass
      AND child.relname ~ '^core_auditevent_[0-9]{4}_[0-9]{2}$'
$$;

CREATE FUNCTION core_audit_drop_month(month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    starts date := date_trunc('month', month);
    youngest date := starts + interval '1 month' - interval '1 day';
BEGIN
    IF youngest > current_date - 184 THEN
        RAISE EXCEPTION 'The audit trail of % is younger than 184 days and stays.',
            to_char(starts, 'YYYY-MM') USING ERRCODE = 'insufficient_privilege';
    END IF;
    EXECUTE format('DROP TABLE %I', 'core_auditevent_' || to_char(starts, 'YYYY_MM'));
END $$;

SELECT core_audit_add_month((date_trunc('month', current_date) + ahead * interval '1 month')::date)
FROM generate_series(0, 12) AS ahead;
"""

BACKWARDS = """
DROP TABLE core_auditevent;
DROP FUNCTION core_audit_drop_month(date), core_audit_months(), core_audit_add_month(date),
    core_audit_guard(text), core_audit_refuse();
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0001_audit_event")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
