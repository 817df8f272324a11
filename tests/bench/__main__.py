"""`make bench`: the public pages and the API beside the baseline, with and without caches.

Figures in milliseconds drift on shared machines; the ratios of one run do not. `--grow` compares
1,000, 10,000 and 100,000 cases, `--write` puts everything into docs/performance-figures.md.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path

from tests.bench import report
from tests.bench.collections import collections, manage
from tests.bench.growth import grow
from tests.bench.ladder import Result, climb, etag_of
from tests.bench.pages import GROWING, RUNGS, SIZES
from tests.bench.queries import counted
from tests.bench.server import ROOT, serving

FILE = Path(ROOT, "docs", "performance-figures.md")
Say = Callable[[str], None]


def ladder(
    folder: Path, database: str, seconds: float, rounds: int, connections: list[int]
) -> Iterator[Result]:
    """Measure every page beside its reference; each set of caches has a server of its own."""
    for caches, rungs in groupby(RUNGS, key=lambda rung: rung.caches):
        pages = list(rungs)
        with serving(folder, database, caches) as server:
            for count in connections:
                yield from climb(server, pages, count, seconds, rounds, etag_of)


def asked_for() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--seconds", type=float, default=2, help="of load on a page, each round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", default="1,10,50")
    parser.add_argument("--grow", action="store_true", help="also with 10,000 and 100,000 cases")
    parser.add_argument("--write", action="store_true", help=f"also into {FILE.name}")
    return parser.parse_args()


def measured(asked: argparse.Namespace, folder: Path, say: Say) -> None:
    sizes = SIZES if asked.grow else SIZES[:1]
    connections = [int(count) for count in asked.connections.split(",")]
    with collections(sizes) as databases:
        manage(databases[SIZES[0]], "collectstatic", "--no-input", "--verbosity", "0")
        table(say, report.QUERIES_HEAD, map(report.queries, counted(databases[SIZES[0]])))
        results = ladder(folder, databases[SIZES[0]], asked.seconds, asked.rounds, connections)
        table(say, report.HEAD, map(report.row, results))
        if asked.grow:
            grown = grow(folder, databases, GROWING, asked.seconds, asked.rounds)
            table(say, report.GROWTH_HEAD, map(report.growth, grown))
        for measure in ("site_statistics", "workbook_import"):
            say("")
            for line in said_by(f"tests.bench.{measure}"):
                say(line)
    say(report.load())


def said_by(module: str) -> Iterator[str]:
    """Yield what a measurement prints that works in a process with a database of its own."""
    command = [sys.executable, "-m", module]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    yield from done.stdout.splitlines()


def table(say: Say, head: str, rows: Iterable[str]) -> None:
    say("\n" + head)
    for row in rows:
        say(row)


def main() -> None:
    asked = asked_for()
    lines: list[str] = []

    def say(line: str) -> None:
        lines.append(line)
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    say(report.title())
    try:
        with tempfile.TemporaryDirectory() as name:
            measured(asked, Path(name), say)
    except BaseException:
        say("\nThe measurement ended before its end.")
        raise
    finally:
        if asked.write:
            FILE.write_text(report.written(lines), "utf-8")


if __name__ == "__main__":
    main()
