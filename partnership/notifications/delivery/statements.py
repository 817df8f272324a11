"""The two statements a message passes through: they are one each, so that nothing comes between."""

from typing import Final

DONE: Final = """done AS (
    UPDATE notifications_outgoingmessage
    SET state = %(sent)s, closed_at = statement_timestamp(), claim = NULL, fault = '', answer = '',
        text = CASE WHEN kind = ANY(%(secret)s) THEN '' ELSE text END,
        html = CASE WHEN kind = ANY(%(secret)s) THEN '' ELSE html END,
        purged_at = CASE WHEN kind = ANY(%(secret)s) THEN statement_timestamp() ELSE purged_at END
    WHERE id = ANY(%(done)s::bigint[]) AND claim = ANY(%(done_claims)s::uuid[])
    RETURNING id
)"""
SETTLED: Final = "ARRAY(SELECT id FROM done)"

# A row somebody else is taking is skipped, not waited for. The first of the handful is begun. A
# try counts from there, so that a message which kills its sender is not taken for ever; a row that
# is claimed already was in the hands of a sender that died.
TAKE: Final = f"""
WITH {DONE}, free AS (
    SELECT id, due_at FROM notifications_outgoingmessage
    WHERE state = ANY(%(unfinished)s) AND due_at <= statement_timestamp()
        AND (%(chosen)s::bigint[] IS NULL OR id = ANY(%(chosen)s))
        AND NOT id = ANY(%(done)s::bigint[])
        AND NOT EXISTS (
            SELECT 1 FROM notifications_channel
            WHERE key = %(channel)s AND paused_until > statement_timestamp()
        )
    ORDER BY due_at, id LIMIT %(most)s FOR UPDATE SKIP LOCKED
), ranked AS (
    SELECT id, row_number() OVER (ORDER BY due_at, id) AS place FROM free
), taken AS (
    UPDATE notifications_outgoingmessage AS message
    SET claim = %(claim)s, due_at = statement_timestamp() + %(lease)s,
        state = CASE WHEN place = 1 THEN %(claimed)s ELSE state END,
        attempts = attempts + (place = 1)::int,
        uncertain = uncertain + (place = 1 AND state = %(claimed)s)::int
    FROM ranked WHERE message.id = ranked.id
    RETURNING place, NOT EXISTS (
        SELECT 1 FROM accounts_user WHERE id = message.recipient_id AND NOT is_active
    ) AS has_reader, {{columns}}
)
SELECT {SETTLED}, taken.* FROM (VALUES (1)) AS one LEFT JOIN taken ON true ORDER BY place
"""  # noqa: S608 -- put together from the texts above alone

# Not waited for until it is on the disk: `claiming` says why that is safe.
BEGIN: Final = f"""
WITH {DONE}, begun AS (
    UPDATE notifications_outgoingmessage
    SET state = %(claimed)s, due_at = statement_timestamp() + %(lease)s,
        attempts = attempts + 1, uncertain = uncertain + (state = %(claimed)s)::int
    WHERE id = %(next)s AND claim = %(claim)s AND state = ANY(%(unfinished)s)
    RETURNING attempts, uncertain
)
SELECT {SETTLED}, set_config('synchronous_commit', 'off', true), begun.*
FROM (VALUES (1)) AS one LEFT JOIN begun ON true
"""  # noqa: S608
