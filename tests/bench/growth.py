"""How pages grow: servers on collections of different sizes, asked in turn."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.bench.ladder import Rung, timed, warm
from tests.bench.load import Figures
from tests.bench.server import serving

CONNECTIONS = 10
WANTED = 1.5  # times the p95 of the smallest collection


@dataclass(frozen=True)
class Growth:
    """Median p95 (ms) and queries a second of a page per number of cases, and the median over the
    rounds of the largest collection's p95 over the smallest's."""

    rung: Rung
    p95: dict[int, float]
    rates: dict[int, float]
    ratio: float


def grow(
    folder: Path,
    databases: Mapping[int, str],
    rungs: Sequence[Rung],
    seconds: float,
    rounds: int,
) -> Iterator[Growth]:
    """Measure the pages on all collections, alternating."""
    with ExitStack() as stack:
        servers = {
            size: stack.enter_context(serving(folder, database, "none"))
            for size, database in databases.items()
        }
        for rung in rungs:
            found: dict[int, list[Figures]] = {size: [] for size in servers}
            for server in servers.values():
                warm(server, rung.path)
            for _round in range(rounds):
                for size, server in servers.items():
                    found[size].append(timed(server, rung.path, CONNECTIONS, seconds, {})[0])
            yield _growth(rung, found)


def _growth(rung: Rung, found: Mapping[int, list[Figures]]) -> Growth:
    smallest, *_between, largest = found
    ratios = [many.p95 / few.p95 for few, many in zip(found[smallest], found[largest], strict=True)]
    return Growth(
        rung,
        {size: statistics.median(each.p95 for each in figures) for size, figures in found.items()},
        {size: statistics.median(each.rate for each in figures) for size, figures in found.items()},
        statistics.median(ratios),
    )
