"""`python -m tests.faults.drill.rate`: how fast a thousand messages leave when nothing is wrong.

One sender empties the outbox into a mail server on loopback, in turn with smtplib, which hands
the same finished mails to the same server over one kept connection: the ratio of the two says what
the promises cost, on a busy machine as well. The processor's seconds are those of the sender.
"""

import os
import smtplib
import statistics
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench.report import load, machine
from tests.faults.drill.sink import apart
from tests.faults.drill.stage import Stage

MESSAGES = 1000
ROUNDS = 3
AT_MOST = 8.0  # seconds for all of them
AT_LEAST = 0.22  # of smtplib's rate
HEAD = "| Round | Outbox s | of it processor | smtplib s | Ratio | Load |\n|---|---:|---:|---:|---:|---:|"


def written() -> list[bytes]:
    """Write the messages into an empty outbox; return the mails that will be sent."""
    from partnership.core import mail_texts
    from partnership.notifications import registry
    from partnership.notifications.delivery.post import mail_of
    from partnership.notifications.models import OutgoingMessage

    kind = registry.get("network.answered")
    context = {"answer": "感谢来信。净滩活动于五月举行，报名表已附上。", "reference": "ABCDEFGHJK"}
    text = mail_texts.write(kind.template, "zh-hans", context)
    OutgoingMessage.objects.all().delete()
    OutgoingMessage.objects.bulk_create(
        OutgoingMessage(
            kind=kind.key,
            to_address=f"person{number}@example.org",
            language="zh-hans",
            subject=text.subject,
            text=text.text,
            html=text.html,
            message_id=f"<{number}@example.org>",
            dedupe_key=str(number),
        )
        for number in range(MESSAGES)
    )
    rows = OutgoingMessage.objects.order_by("id")
    return [mail_of(row).message().as_bytes(linesep="\r\n") for row in rows]


def by_outbox() -> float:
    """Return the seconds until every message is sent and written down as sent."""
    from partnership.notifications.choices import State
    from partnership.notifications.delivery import sending
    from partnership.notifications.models import OutgoingMessage

    begin = time.perf_counter()
    sending.drain()
    spent = time.perf_counter() - begin
    assert OutgoingMessage.objects.filter(state=State.SENT).count() == MESSAGES
    return spent


def by_smtplib(mails: list[bytes], address: str) -> float:
    """Return the seconds smtplib needs for the same mails."""
    server = urlsplit(address)
    begin = time.perf_counter()
    with smtplib.SMTP(server.hostname, server.port, timeout=10) as connection:
        for number, mail in enumerate(mails):
            connection.sendmail("portal@localhost", [f"person{number}@example.org"], mail)
    return time.perf_counter() - begin


def measured(address: str) -> bool:
    """Print each round and the medians; return whether both are as wanted."""
    times, ratios = [], []
    for number in range(ROUNDS):
        mails = written()
        simple, busy = by_smtplib(mails, address), time.process_time()
        outbox = by_outbox()
        busy = time.process_time() - busy
        times.append(outbox)
        ratios.append(simple / outbox)
        cells = f"{outbox:.2f} | {busy:.2f} | {simple:.2f} | {ratios[-1]:.2f} | {os.getloadavg()[0]:.1f}"
        sys.stdout.write(f"| {number + 1} | {cells} |\n")
        sys.stdout.flush()
    seconds, ratio = statistics.median(times), statistics.median(ratios)
    sys.stdout.write(f"Median: {seconds:.2f} s, ratio {ratio:.2f}. {load()}\n")
    return seconds < AT_MOST and ratio >= AT_LEAST


def main() -> int:
    sys.stdout.write(f"{machine()}, {MESSAGES:,} messages, one sender.\n\n{HEAD}\n")
    with (
        tempfile.TemporaryDirectory() as name,
        Stage(Path(name), hurry=False) as _stage,
        apart() as address,
    ):
        os.environ["EMAIL_URL"] = address
        import django

        django.setup()
        return 0 if measured(address) else 1


if __name__ == "__main__":
    sys.exit(main())
