"""`python -m tests.bench.staff_lists`: how fast the staff's list of cases answers at 100,000 cases.

Each list is asked for in process, by a signed-in person, twenty times after two for warmth: time
to the finished page, processor time of Python and of PostgreSQL's process (which a busy machine
does not lengthen), and the queries of one of them. `--here` measures the database of
DATABASE_URL as it is; without it one is made and dropped. `--write` keeps the table.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

from tests.bench import report
from tests.bench.collections import collections, manage

SIZE = 100_000
TIMES = 20
LISTS = {
    "as it opens": "",
    "page 20": "p=19",
    "oldest first": "o=8",
    "search: words in Chinese": "q=塑料",
    "search: words in English": "q=plastic+bag",
    "search: a number": "q=CN-AS-0000-050000",
    "search: nothing found": "q=没有这样的案例",
    "to be done: ready": "work=ready",
    "to be done: unfinished": "work=unfinished",
    "to be done: Chinese only": "work=translate",
    "to be done: facts due": "work=check",
    "to be done: never checked": "work=unchecked",
    "to be done: warnings": "work=warnings",
    "drafts": "state=draft",
    "public in both": "state=both",
    "public in English only": "state=en-only",
    "country: many": "country=CN",
    "country: few": "country=SG",
    "theme": "theme=mangroves",
    "step": "step=cleanup",
    "grade: A": "grade=A",
    "grade: none": "grade=none",
    "demo data: no": "demo=no",
    "three filters and words": "state=both&country=CN&step=cleanup&q=塑料",
}
HEAD = "| List of cases | p50 ms | p95 ms | CPU ms | queries |\n|---|---:|---:|---:|---:|"


def rows() -> Iterator[str]:
    """Yield the lines of the table; needs Django set up."""
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from partnership.accounts.models import User

    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client()
    client.force_login(User.objects.get(email="demo.secretariat@example.org"))
    for name, query in LISTS.items():
        address = f"/admin/cases/case/?{query}"
        spent, cpu = [], 0.0
        for turn in range(TIMES + 2):
            if turn == 2:
                cpu = processor_time()
            start = time.perf_counter()
            answer = client.get(address)
            spent.append((time.perf_counter() - start) * 1000)
            if answer.status_code != 200:
                raise RuntimeError(f"{address} answers {answer.status_code} in turn {turn}.")
        cpu = (processor_time() - cpu) * 1000 / TIMES
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        warm = spent[2:]
        p95 = statistics.quantiles(warm, n=20, method="inclusive")[-1]
        yield f"| {name} | {statistics.median(warm):.0f} | {p95:.0f} | {cpu:.0f} | {len(queries)} |"


def processor_time() -> float:
    """Return the seconds that Python and its PostgreSQL process have worked; no parallel workers."""
    import psutil
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    server = psutil.Process(backend).cpu_times()
    return time.process_time() + server.user + server.system


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--here", action="store_true", help="measure DATABASE_URL as it is")
    parser.add_argument("--write", action="store_true", help="also into docs/")
    asked = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")

    lines = [f"{report.machine()}, {SIZE:,} cases. {report.load()}", "", HEAD]
    sys.stdout.write("\n".join(lines) + "\n")
    here = nullcontext({SIZE: os.environ.get("DATABASE_URL", "")})
    with here if asked.here else collections([SIZE]) as databases:
        os.environ["DATABASE_URL"] = databases[SIZE]
        manage(databases[SIZE], "collectstatic", "--no-input", "--verbosity", "0")
        import django

        django.setup()
        for line in rows():
            lines.append(line)
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    if asked.write:
        file = Path(__file__).parents[2] / "docs" / "performance-figures-admin.md"
        file.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
