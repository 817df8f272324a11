"""When what is public no more was withdrawn, found in the history; used by migrations."""

from typing import Final

from django.db.migrations import RunSQL

FOUND: Final = """
UPDATE {table} AS gone SET withdrawn_at = (
    SELECT max(occurred_at) FROM core_auditevent
    WHERE target_type = '{label}' AND target_id = gone.id::text AND verb = 'withdrawn'
) WHERE public_since IS NULL
"""


def note_withdrawals(table: str, label: str) -> RunSQL:
    """Return the operation that notes it on the rows of `table`, whose model is `label`."""
    return RunSQL(FOUND.format(table=table, label=label), RunSQL.noop)
