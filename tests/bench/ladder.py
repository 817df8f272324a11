"""What is measured and beside what: each page in turn with the baseline, several rounds."""

import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.bench import cpu
from tests.bench.load import Figures, measure
from tests.bench.server import Server

BASELINE = "/en/bench/baseline/{number}/"


@dataclass(frozen=True)
class Rung:
    """A page, the caches its server has, the page it is held against, and the ratio we want."""

    name: str
    path: str
    caches: str
    target: float | None = None
    against: str = BASELINE
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Result:
    """Medians over the rounds; `ratio` is requests a second over those of the page held against."""

    rung: Rung
    connections: int
    figures: Figures
    cpu_ms: float
    ratio: float
    spread: tuple[float, float]
    cpu_ratio: float

    @property
    def reached(self) -> str:
        if self.rung.target is None or self.connections != 10:
            return ""
        return "yes" if self.ratio >= self.rung.target else "**no**"


def timed(
    server: Server, path: str, connections: int, seconds: float, headers: dict[str, str]
) -> tuple[Figures, float]:
    """Return the figures and the processor milliseconds a request took on the server."""
    before = cpu.seconds(server.pid)
    figures = measure(server.address + path, connections, seconds, headers)
    used = cpu.seconds(server.pid) - before
    return figures, 1000 * used / max(1.0, figures.rate * seconds)


def climb(
    server: Server, rungs: list[Rung], connections: int, seconds: float, rounds: int
) -> Iterator[Result]:
    """Measure every rung beside its reference, alternating, and yield the medians."""
    for rung in rungs:
        timed(server, rung.path, connections, 1, rung.headers)  # warm
        timed(server, rung.against, connections, 1, {})
        pairs = [
            (
                timed(server, rung.against, connections, seconds, {}),
                timed(server, rung.path, connections, seconds, rung.headers),
            )
            for _round in range(rounds)
        ]
        yield _result(rung, connections, pairs)


def _result(
    rung: Rung,
    connections: int,
    pairs: list[tuple[tuple[Figures, float], tuple[Figures, float]]],
) -> Result:
    ratios = [page.rate / base.rate for (base, _c), (page, _d) in pairs]
    pages = [page for _base, (page, _cpu) in pairs]
    figures = Figures(
        statistics.median(page.rate for page in pages),
        statistics.median(page.p50 for page in pages),
        statistics.median(page.p95 for page in pages),
        sum(page.errors for page in pages),
    )
    cpu_ms = statistics.median(used for _base, (_page, used) in pairs)
    base_cpu = statistics.median(used for (_page, used), _pair in pairs)
    return Result(
        rung,
        connections,
        figures,
        cpu_ms,
        statistics.median(ratios),
        (min(ratios), max(ratios)),
        cpu_ms / max(base_cpu, 1e-9),
    )
