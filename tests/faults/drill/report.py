"""The drill as a table, for the screen and for docs/message-drill.md."""

from tests.bench.report import machine
from tests.faults.drill.record import RECOVERY, WEB_P95, Record

HEAD = (
    "| Fault | | Messages | Lost | Doubled / in hand | Kills | Of rolled-back work | No final state "
    "| Forms | Lost / doubled | Recovery s | Web p95 ms | Load | Kept |\n"
    "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|"
)
PREFACE = f"""# The drill of messages

Written by `make drill ARGS="--write"`. Each fault is done to real processes on one machine:
PostgreSQL, a Valkey that keeps nothing, the web server, two workers, the sweeper
`deliver_messages` and a mail server of the drill's own. Meanwhile messages are written, and
visitors fill in the form that asks for an account and press again when no answer comes; each form
is told to a colleague by mail.

*In hand* counts tries whose outcome nobody knows: the sender was killed, or the mail server gave
no answer, while it had the message. Only these may come twice, with the same Message-ID. *Recovery*
is the time from the end of the fault until every message has its final state and every form its
answer; at most {RECOVERY:.0f} seconds. *Web p95* is of all pages and forms asked for during the
fault; below {WEB_P95 * 1000:.0f} ms in F4 to F7. *Load* is the machine's over one minute, when the
fault had ended: others worked on it too.

"""


def title() -> str:
    return machine() + "."


def row(record: Record) -> str:
    cells = (
        record.fault,
        record.title,
        record.messages,
        record.lost,
        f"{record.doubled} / {record.in_hand}",
        record.kills or "",
        record.rolled_back,
        record.unfinished,
        record.forms,
        f"{record.forms_lost} / {record.forms_doubled}",
        f"{record.recovery:.1f}",
        f"{record.web_p95 * 1000:.0f}",
        f"{record.load:.1f}",
        f"**no**: {', '.join(record.broken)}" if record.broken else "yes",
    )
    return "| " + " | ".join(map(str, cells)) + " |"


def unplayed(key: str, title: str, error: Exception) -> str:
    """Return the row of a fault in which the drill itself got stuck."""
    words = " ".join(str(error).split())[:200]
    return f"| {key} | {title} |" + " |" * 11 + f" **no**: {type(error).__name__} {words} |"


def written(lines: list[str]) -> str:
    return PREFACE + "\n".join(lines) + "\n"
