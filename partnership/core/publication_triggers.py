"""Triggers that renew the version of public content; used by migrations.

Every table whose rows public pages show has one, drafts included: which change matters is not
worth being wrong about. The mark is renewed once per transaction and at its end, so that a long
import holds nobody up.

While migrations run, the triggers rest in that session and all marks are renewed at the end:
PostgreSQL alters no table while triggers wait, and a migration may write and alter.
"""

from typing import Any, Final

from django.apps import AppConfig
from django.db import connections
from django.db.migrations import RunSQL
from django.db.models.signals import post_migrate, pre_migrate

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
AWAKE: Final = "current_setting('portal.migrates', true) IS DISTINCT FROM 'yes'"
RENEW_ALL: Final = """
DO $$ BEGIN
    IF to_regclass('core_publicationversion') IS NOT NULL THEN
        UPDATE core_publicationversion SET mark = gen_random_uuid();
    END IF;
END $$;
"""


def renew_on_change(scope: str, *tables: str) -> RunSQL:
    """Return the operation that makes every change of `tables` renew the mark of `scope`."""
    triggers = [
        f"CREATE CONSTRAINT TRIGGER {NAME} AFTER INSERT OR UPDATE OR DELETE ON {table} "
        f"DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ({AWAKE}) "
        f"EXECUTE FUNCTION core_renew_publication('{scope}');"
        for table in tables
    ]
    return RunSQL(
        sql=[FIRST_MARK.format(scope=scope), *triggers],
        reverse_sql=[f"DROP TRIGGER {NAME} ON {table};" for table in tables],
    )


def rest_while_migrations_run(app: AppConfig) -> None:
    """Connect to the beginning and the end of `migrate`; `app` is the one they are waited for of."""
    pre_migrate.connect(_rest, sender=app)
    post_migrate.connect(_wake, sender=app)


def _rest(*, using: str, **_kwargs: Any) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute("SET portal.migrates = 'yes'")


def _wake(*, using: str, **_kwargs: Any) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute("RESET portal.migrates")
        cursor.execute(RENEW_ALL)
