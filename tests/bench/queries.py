"""How many questions a page asks the database, counted in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bench.pages import RUNGS
from tests.bench.server import ROOT, environment

Counted = tuple[str, str, int]  # page, caches, queries


def counted(database: str) -> Iterator[Counted]:
    """Yield every page with the queries it asks when it is asked for again."""
    for caches in dict.fromkeys(rung.caches for rung in RUNGS):
        found = subprocess.run(
            [sys.executable, "-m", "tests.bench.queries", caches],
            cwd=ROOT,
            env=environment(database, caches),
            check=True,
            capture_output=True,
            text=True,
        )
        yield from (tuple(row) for row in json.loads(found.stdout))


def main(caches: str) -> None:
    django.setup()
    client = Client(HTTP_HOST="127.0.0.1")
    rows = []
    for rung in RUNGS:
        if rung.caches == caches:
            held = {"If-None-Match": client.get(rung.path).headers.get("ETag", "")}
            headers = held if rung.is_held else {}
            with CaptureQueriesContext(connection) as captured:
                client.get(rung.path, headers=headers)
            rows.append((rung.name, caches, len(captured)))
    sys.stdout.write(json.dumps(rows))


if __name__ == "__main__":
    main(sys.argv[1])
