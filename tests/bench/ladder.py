"""What is measured and beside what: each page in turn with the baseline, several rounds."""

import statistics
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from tests.bench import cpu
from tests.bench.load import Figures, measure
from tests.bench.server import Server

Headers = dict[str, str]
ENOUGH = 24  # requests, each over a connection of its own, for two processes


@dataclass(frozen=True)
class Rung:
    """A page, the caches its server has, the page it is held against, and the ratio we want.

    `is_held`: the browser has the page already and asks whether it is still right.
    """

    name: str
    path: str
    caches: str
    against: str = ""
    target: float | None = None
    is_held: bool = False


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
    server: Server, path: str, connections: int, seconds: float, headers: Headers
) -> tuple[Figures, float]:
    """Return the figures and the processor milliseconds a request took on the server."""
    before = cpu.seconds(server.pid)
    figures = measure(server.address + path, connections, seconds, headers)
    used = cpu.seconds(server.pid) - before
    return figures, 1000 * used / max(1.0, figures.rate * seconds)


def warm(server: Server, path: str, headers: Headers | None = None) -> None:
    """Ask often enough for each of the server's processes to have answered: the first request may
    make an index, which takes seconds with very many cases."""
    for _number in range(ENOUGH):
        request = urllib.request.Request(server.address + path, headers=headers or {})
        try:
            urllib.request.urlopen(request, timeout=60).close()
        except urllib.error.HTTPError as answer:
            if answer.code != HTTPStatus.NOT_MODIFIED:
                raise


def etag_of(server: Server, path: str) -> Headers:
    """Return what a browser sends that has the page."""
    with urllib.request.urlopen(server.address + path) as answer:
        return {"If-None-Match": answer.headers["ETag"]}


def climb(
    server: Server,
    rungs: Sequence[Rung],
    connections: int,
    seconds: float,
    rounds: int,
    held: Callable[[Server, str], Headers],
) -> Iterator[Result]:
    """Measure every rung beside its reference, alternating, and yield the medians."""
    for rung in rungs:
        headers = held(server, rung.path) if rung.is_held else {}
        warm(server, rung.path, headers)
        warm(server, rung.against)
        pairs = [
            (
                timed(server, rung.against, connections, seconds, {}),
                timed(server, rung.path, connections, seconds, headers),
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
