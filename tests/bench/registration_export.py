"""`python -m tests.bench.registration_export`: the table of 5,000 registrations with 30 columns as
XLSX, made as the worker makes it, five times after one for warmth. `--write` keeps it in docs/.
"""

import argparse
import io
import os
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from embedded import services
from tests.bench import report
from tests.bench.collections import manage
from tests.bench.staff_lists import processor_time
from tests.browser.server import recreate
from tests.databases import settle

ROWS = 5_000
TIMES = 5
DATABASE = "portal_bench_registrations"
HEAD = (
    "| Table of registrations | median s | slowest s | CPU s | bytes |\n|---|---:|---:|---:|---:|"
)


@contextmanager
def database() -> Iterator[str]:
    """Make an empty database of the bench's own, yield its address, drop it afterwards."""
    with services.ensure(purpose="test") as addresses:
        os.environ.update(addresses)
        administration = addresses["DATABASE_URL"]
        address = administration.rpartition("/")[0] + f"/{DATABASE}"
        recreate(administration, DATABASE)
        try:
            manage(address, "migrate", "--verbosity", "0")
            yield address
        finally:
            recreate(administration, DATABASE, anew=False)


def fill() -> Any:
    """Make an event with its registrations, every column of them filled; return it."""
    from django.utils import timezone

    from partnership.events.models import Event, Registration

    now = timezone.now()
    event = Event.objects.create(
        kind="dialogue",
        slug="bench",
        title_zh_hans="圆桌对话",
        title_en="Dialogue",
        starts_at=now + timedelta(days=7),
        ends_at=now + timedelta(days=8),
    )
    Registration.objects.bulk_create(
        Registration(
            event=event,
            status="confirmed",
            language="zh-hans" if number % 2 else "en",
            email=f"person{number}@example.org",
            name=f"海洋减塑参加者{number}",
            latin_name=f"Participant {number}",
            organisation_name=f"某市生态环境局{number % 80}",
            position="工程师",
            group_name=f"={number}",
            other_adults=number % 3,
            seats=1 + number % 3,
            waitlist_number=number,
            verified_at=now,
            confirmed_at=now,
            decided_at=now,
            decision_reason="符合条件。",
            consent_version="2026-11",
            attendance="attended",
        )
        for number in range(ROWS)
    )
    return event


def measured(event: Any) -> tuple[list[float], float, bytes]:
    """Return the seconds of each turn, the processor's seconds in the mean, and the file."""
    from partnership.accounts.models import User
    from partnership.attendance import actions
    from partnership.attendance.choices import Paper
    from partnership.attendance.models import Export

    clerk = User.objects.create_user("clerk@example.org", None, roles=["secretariat"])
    spent, cpu = [], 0.0
    for turn in range(TIMES + 1):
        export = actions.ask_for(event, Paper.REGISTRATIONS, by=clerk, language="zh-hans")
        if turn == 1:
            cpu = processor_time()
        start = time.perf_counter()
        actions.make_next()
        spent.append(time.perf_counter() - start)
    cpu = (processor_time() - cpu) / TIMES
    made = Export.objects.get(pk=export.pk)
    if (made.state, made.done) != ("done", ROWS):
        raise RuntimeError(f"{made.state} after {made.done} rows: {made.failure}")
    return spent[1:], cpu, bytes(made.content or b"")


def checked(content: bytes) -> str:
    """Open the file as a spreadsheet program does and say how large it is."""
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(content), read_only=True).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    return f"{len(rows) - 1:,} rows of {len(rows[0])} columns"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true", help="also into docs/")
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
    with database() as address:
        os.environ["DATABASE_URL"] = address
        import django

        django.setup()
        event = fill()
        settle(address)
        spent, cpu, content = measured(event)
        line = f"| {checked(content)} | {statistics.median(spent):.2f} | {max(spent):.2f}"
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        lines = [
            f"{report.machine()}, {TIMES} turns, memory at most {peak} MiB. {report.load()}",
            "",
            HEAD,
            f"{line} | {cpu:.2f} | {len(content):,} |",
        ]
        django.db.connections.close_all()
    sys.stdout.write("\n".join(lines) + "\n")
    if asked.write:
        file = Path(__file__).parents[2] / "docs" / "performance-figures-registrations.md"
        file.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
