"""`make bench`: the pages beside the baseline, and how they grow from 1,000 to 100,000 cases.

Figures in milliseconds drift on shared machines; the ratios of one run do not. The last table
goes to docs/performance.md with `make bench ARGS=--write`.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from embedded import services
from tests.bench.ladder import BASELINE, Result, Rung, climb
from tests.bench.report import HEAD, machine, row
from tests.bench.server import ROOT, serving
from tests.browser.server import recreate

NUMBER = "CN-AS-0000-000500"
LIST, CASE, HOME = "/en/cases/", f"/en/cases/{NUMBER}/bench-500/", "/en/"
API, MODEL = "/api/v1/cases/", "/api/bench/model-serializer/"
DATABASE = "portal_bench"
GROWTH = (1_000, 10_000, 100_000)

UNCACHED = [
    Rung("home, uncached", HOME, "none"),
    Rung("case list, uncached", LIST, "none", 0.27),
    Rung("case page, uncached", CASE, "none", 0.45),
    Rung("API list of 50, beside ModelSerializer", API, "none", 2.5, against=MODEL),
]
FRAGMENTS = [Rung("case list, cached fragments", LIST, "fragments", 1.0)]
PAGES = [
    Rung("home, page cache", HOME, "pages", 1.5),
    Rung("case list, page cache", LIST, "pages", 1.5),
    Rung("case page, page cache", CASE, "pages", 1.5),
]
GROWING = [Rung("case list, uncached", LIST, "none"), Rung("case page, uncached", CASE, "none")]
GROWING += [Rung("API list of 50", API, "none")]


def manage(*command: str) -> None:
    """Run a command of manage.py with the environment of the benchmark."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.bench.settings"}
    subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True)


@contextmanager
def database() -> Iterator[None]:
    """Make a database for the benchmark and drop it afterwards."""
    with services.ensure(purpose="test") as addresses:
        os.environ.update(addresses)
        administration = addresses["DATABASE_URL"]
        recreate(administration, DATABASE)
        own = urlsplit(administration)._replace(path=f"/{DATABASE}").geturl()
        os.environ["DATABASE_URL"] = own
        for command in (["migrate"], ["load_reference"], ["load_demo"]):
            manage(*command, "--verbosity", "0")
        yield
        recreate(administration, DATABASE, anew=False)


def cases(number: int) -> None:
    manage("make_bench_cases", "--remove")
    manage("make_bench_cases", str(number))


def ladder(folder: Path, seconds: float, rounds: int, connections: list[int]) -> Iterator[Result]:
    for caches, rungs in (("none", UNCACHED), ("fragments", FRAGMENTS), ("pages", PAGES)):
        with serving(folder, caches) as server:
            filled = [
                Rung(r.name, r.path, r.caches, r.target, r.against.format(number=NUMBER), r.headers)
                for r in rungs
            ]
            for count in connections:
                yield from climb(server, filled, count, seconds, rounds)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", default="1,10,50")
    parser.add_argument("--growth", default=",".join(map(str, GROWTH)))
    parser.add_argument("--write", action="store_true", help="also into docs/performance.md")
    asked = parser.parse_args()
    lines = [machine(), "", HEAD]

    def say(line: str) -> None:
        lines.append(line)
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    sys.stdout.write("\n".join(lines) + "\n")
    with database(), tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        manage("collectstatic", "--no-input", "--verbosity", "0")
        connections = [int(count) for count in asked.connections.split(",")]
        cases(1_000)
        for result in ladder(folder, asked.seconds, asked.rounds, connections):
            say(row(result, 1_000))
        for size in map(int, asked.growth.split(",")):
            if size != 1_000:
                cases(size)
            with serving(folder, "none") as server:
                against = BASELINE.format(number=NUMBER)
                rungs = [Rung(r.name, r.path, r.caches, None, against) for r in GROWING]
                for result in climb(server, rungs, 10, asked.seconds, asked.rounds):
                    say(row(result, size))
    if asked.write:
        Path(ROOT, "docs", "performance-figures.md").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
