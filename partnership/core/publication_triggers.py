"""Triggers that renew the version of public content; used by migrations.

Every table whose rows public pages show has one, drafts included: which change matters is not
worth being wrong about. The mark is renewed once per transaction and at its end, so that a long
import holds nobody up. A migration that writes rows of such a table and alters it as well must be
two migrations: PostgreSQL alters no table while triggers wait.
"""

from typing import Final

from django.db.migrations import RunSQL

FUNCTION: Final = """
CREATE FUNCTION core_renew_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    memory text := 'portal.renewed_' || TG_ARGV[0];
    this text := pg_current_xact_id()::text;
BEGIN
    IF current_setting(memory, true) IS DISTINCT FROM this THEN
        PERFORM set_config(memory, this, true);
        INSERT INTO core_publicationversion (scope, mark) VALUES (TG_ARGV[0], gen_random_uuid())
        ON CONFLICT (scope) DO UPDATE SET mark = EXCLUDED.mark;
    END IF;
    RETURN NULL;
END $$;
"""
NO_FUNCTION: Final = "DROP FUNCTION core_renew_publication();"
FIRST_MARK: Final = (
    "INSERT INTO core_publicationversion (scope, mark) "
    "VALUES ('{scope}', gen_random_uuid()) ON CONFLICT (scope) DO NOTHING;"
)
NAME: Final = "renew_publication"


def renew_on_change(scope: str, *tables: str) -> RunSQL:
    """Return the operation that makes every change of `tables` renew the mark of `scope`."""
    triggers = [
        f"CREATE CONSTRAINT TRIGGER {NAME} AFTER INSERT OR UPDATE OR DELETE ON {table} "
        f"DEFERRABLE INITIALLY DEFERRED FOR EACH ROW "
        f"EXECUTE FUNCTION core_renew_publication('{scope}');"
        for table in tables
    ]
    return RunSQL(
        sql=[FIRST_MARK.format(scope=scope), *triggers],
        reverse_sql=[f"DROP TRIGGER {NAME} ON {table};" for table in tables],
    )
