"""Triggers that mark what was changed past the models; used by migrations of the apps that declare
something to be found."""

from typing import Final

from django.db.migrations import RunSQL

FUNCTION: Final = """
CREATE FUNCTION search_mark_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    old_key text := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ->> TG_ARGV[1] END;
    new_key text := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ->> TG_ARGV[1] END;
BEGIN
    INSERT INTO search_changedrow (kind, object_id)
    SELECT DISTINCT TG_ARGV[0], key::bigint FROM unnest(ARRAY[old_key, new_key]) AS key
    WHERE key IS NOT NULL
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
"""
NO_FUNCTION: Final = "DROP FUNCTION search_mark_changed();"


def mark_changes(kind: str, **tables: str) -> RunSQL:
    """Return the operation that makes every change of a row mark its thing; `tables` are given with
    the column that holds the thing's key."""
    return RunSQL(
        sql=[
            f"CREATE TRIGGER {_name(kind)} AFTER INSERT OR UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION search_mark_changed('{kind}', '{column}');"
            for table, column in tables.items()
        ],
        reverse_sql=[f"DROP TRIGGER {_name(kind)} ON {table};" for table in tables],
    )


def _name(kind: str) -> str:
    return f"search_mark_{kind.replace('-', '_')}"
