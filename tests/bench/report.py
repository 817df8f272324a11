"""The figures as tables in Markdown, for the screen and for docs/performance-figures.md."""

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.growth import CONNECTIONS, WANTED, Growth
from tests.bench.ladder import Result
from tests.bench.load import engine
from tests.bench.queries import Counted

HEAD = (
    "| Page | Caches | Connections | Requests/s | p50 ms | p95 ms | CPU ms/request | Ratio (range) "
    "| Ratio of CPU | Wanted | Reached |\n|---|---|---|---|---|---|---|---|---|---|---|"
)
QUERIES_HEAD = "| Page | Caches | Queries |\n|---|---|---|"
GROWTH_HEAD = (
    f"| Page, no caches, {CONNECTIONS} connections | p95 ms (requests/s) by number of cases "
    f"| Largest to smallest | At most {WANTED} |\n|---|---|---|---|"
)
PREFACE = """# Figures of the last measurement

Written by `make bench ARGS="--grow --write"`; docs/performance.md says what is measured, what
“no caches” means, and what the figures tell.

"""


def title() -> str:
    return f"{machine()}, load by {engine()} on the same machine. {load()}"


def machine() -> str:
    """Say when and on what was measured."""
    return (
        f"{datetime.now(tz=UTC):%Y-%m-%d}, {_processor()}, {os.cpu_count()} cores, "
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    )


def load() -> str:
    """Say how busy the machine is: other work makes all figures worse, and ratios less sure."""
    return f"Load average over one minute: {os.getloadavg()[0]:.1f}."


def written(lines: list[str]) -> str:
    return PREFACE + "\n".join(lines) + "\n"


def row(result: Result) -> str:
    low, high = result.spread
    wanted = "" if result.rung.target is None else f"{result.rung.target:.2f}"
    errors = f" ({result.figures.errors} errors)" if result.figures.errors else ""
    return _cells(
        result.rung.name + errors,
        result.rung.caches,
        result.connections,
        f"{result.figures.rate:.0f}",
        f"{result.figures.p50:.1f}",
        f"{result.figures.p95:.1f}",
        f"{result.cpu_ms:.2f}",
        f"{result.ratio:.2f} ({low:.2f}–{high:.2f})",
        f"{result.cpu_ratio:.2f}",
        wanted,
        result.reached,
    )


def queries(counted: Counted) -> str:
    return _cells(*counted)


def growth(found: Growth) -> str:
    figures = [f"{size:,}: {p95:.1f} ({found.rates[size]:.0f})" for size, p95 in found.p95.items()]
    reached = "yes" if found.ratio <= WANTED else "**no**"
    return _cells(found.rung.name, " · ".join(figures), f"{found.ratio:.2f}", reached)


def _cells(*values: object) -> str:
    return "| " + " | ".join(map(str, values)) + " |"


def _processor() -> str:
    found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text("utf-8"))
    return found[1] if found else platform.processor()
