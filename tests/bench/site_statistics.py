"""`python -m tests.bench.site_statistics`: 200 sites, ten years of four surveys, 180 items.

The pure computation, without the database: all statistics of all items of all sites, and a region of
them all; beside it, in the same run, one site series by series, and 10, 50 and 200 sites for growth.
Then the same from the database to stored results (`stored_results`). Counts are made up like those of
beaches: most items rare, a few common. `--write` keeps the figures in docs/.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from monitoring.statistics.descriptive import describe
from monitoring.statistics.series import days
from monitoring.statistics.sites import SiteCounts, all_sites, region_statistics
from monitoring.statistics.theil_sen import theil_sen
from monitoring.statistics.trends import direction_of, mann_kendall
from tests.bench import report, stored_results

SITES = (10, 50, 200)
SURVEYS = 40
ITEMS = 180
TIMES = 5
SEED = 20_261_129
WANTED = 1.0  # seconds for 200 sites


def made_up(sites: int) -> list[SiteCounts]:
    """Return sites with negative binomial counts whose means spread over five orders."""
    chance = np.random.default_rng(SEED)
    codes = tuple(f"J{item}" for item in range(ITEMS))
    made = []
    for site in range(sites):
        spread = chance.integers(-10, 11, size=SURVEYS).tolist()
        dates = tuple(
            date(2016, 1, 15) + timedelta(days=91 * turn + apart)
            for turn, apart in enumerate(spread)
        )
        means = np.exp(chance.normal(-1, 2, size=(ITEMS, 1)))
        counts = chance.negative_binomial(1, 1 / (1 + means), size=(ITEMS, SURVEYS)).astype(float)
        made.append(SiteCounts(f"S{site}", dates, codes, counts, counts.sum(axis=0)))
    return made


def timed(compute: Callable[[], object]) -> tuple[float, float, float]:
    """Return median and slowest seconds of five turns after one for warmth, and the processor's."""
    spent, busy = [], []
    for _turn in range(TIMES + 1):
        start, cpu = time.perf_counter(), time.process_time()
        compute()
        spent.append(time.perf_counter() - start)
        busy.append(time.process_time() - cpu)
    return statistics.median(spent[1:]), max(spent[1:]), statistics.median(busy[1:])


def one_by_one(site: SiteCounts) -> None:
    """Compute the items of a site as series of their own."""
    axis = days(site.dates)
    for row in site.counts.tolist():
        describe(row)
        line = theil_sen(row, axis)
        mann_kendall(row, direction=direction_of(line.slope or 0))


def lines() -> Iterator[str]:
    """Measure, and yield the figures as a table."""
    yield f"| {SURVEYS} surveys, {ITEMS} items | median s | slowest s | CPU s | µs a series | wanted s |"
    yield "|---|---:|---:|---:|---:|---:|"
    sites = made_up(SITES[-1])
    for number in SITES:
        figures = timed(lambda: all_sites(sites[:number]))  # noqa: B023 - called at once
        wanted = f"{WANTED:g}" if number == SITES[-1] else ""
        yield row(f"{number} sites", figures, number * ITEMS, wanted)
    results = all_sites(sites)
    yield row("a region of 200 sites", timed(lambda: region_statistics(results)), ITEMS)
    yield row("1 site, series by series", timed(lambda: one_by_one(sites[0])), ITEMS)


def row(name: str, figures: tuple[float, float, float], series: int, wanted: str = "") -> str:
    middle, slowest, cpu = figures
    each = middle / series * 1e6
    return f"| {name} | {middle:.3f} | {slowest:.3f} | {cpu:.3f} | {each:.0f} | {wanted} |"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true", help="also into docs/")
    asked = parser.parse_args()
    said = [f"{report.machine()}, {TIMES} turns. {report.load()}", "", *lines()]
    said += ["", *stored_results.lines()]
    sys.stdout.write("\n".join(said) + "\n")
    if asked.write:
        file = Path(__file__).parents[2] / "docs" / "performance-figures-statistics.md"
        file.write_text("\n".join(said) + "\n", "utf-8")


if __name__ == "__main__":
    main()
