"""The figures as a table in Markdown, for the screen and for docs/performance.md."""

import os
import platform
from datetime import UTC, datetime

from tests.bench.ladder import Result
from tests.bench.load import engine

HEAD = (
    "| Page | Cases | Connections | Requests/s | p50 ms | p95 ms | CPU ms/request | Ratio (range) "
    "| Ratio of CPU | Wanted | Reached |\n|---|---|---|---|---|---|---|---|---|---|---|"
)


def machine() -> str:
    return (
        f"{datetime.now(tz=UTC):%Y-%m-%d %H:%M} UTC, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}, load by {engine()}"
    )


def row(result: Result, cases: int) -> str:
    low, high = result.spread
    wanted = "" if result.rung.target is None else f"{result.rung.target:.2f}"
    cells = [
        result.rung.name,
        f"{cases:,}",
        str(result.connections),
        f"{result.figures.rate:.0f}",
        f"{result.figures.p50:.1f}",
        f"{result.figures.p95:.1f}",
        f"{result.cpu_ms:.2f}",
        f"{result.ratio:.2f} ({low:.2f}–{high:.2f})",
        f"{result.cpu_ratio:.2f}",
        wanted,
        result.reached,
    ]
    errors = f" ({result.figures.errors} errors)" if result.figures.errors else ""
    return "| " + " | ".join(cells) + " |" + errors
