"""Compares single series: trends, intervals, descriptive statistics, Wilcoxon tests (unit_*.json)."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from monitoring.comparison.differences import Differences, Value
from monitoring.comparison.litter_records import ENDS, read_json
from monitoring.statistics.descriptive import describe, median, quantiles
from monitoring.statistics.intervals import (
    bootstrap_interval,
    lower_rank,
    median_interval,
    wilson_interval,
    wilson_limits,
)
from monitoring.statistics.outliers import adjusted_boxplot
from monitoring.statistics.theil_sen import theil_sen
from monitoring.statistics.trends import (
    Direction,
    mann_kendall,
    mann_kendall_with_continuity,
    regional_kendall,
)
from monitoring.statistics.wilcoxon import Alternative, Wilcoxon, rank_sum, signed_rank

Case = Mapping[str, Any]
BOOTSTRAP_TOLERANCE = 0.05  # of an end of the interval: other random numbers
SEED = 1


def numbers(value: Any) -> list[Any]:
    """Return a list; one number alone is written without brackets by R."""
    return value if isinstance(value, list) else [value]


def compare_unit_file(file: Path, found: Differences) -> bool:
    """Compare a unit_*.json whose kind is known; say whether it is."""
    compare = KINDS.get(file.stem.removeprefix("unit_"))
    if compare is None:
        return False
    content = read_json(file)
    cases = content.get("cases", content)
    for name, case in cases.items():
        if isinstance(case, dict) and "x" in case:
            found.rows += 1
            compare(case, name, found)
    return True


def _trend(case: Case, where: str, found: Differences) -> None:
    values, times = numbers(case["x"]), numbers(case["t"])
    for direction in Direction:
        test = mann_kendall(values, times, direction)
        expected = case["litteR_mann_kendall"][direction]
        found.compare("trend: tau", expected["tau"], test.tau, where)
        found.compare(f"trend: {direction}, p", expected["p"], test.p, where)
        other = mann_kendall_with_continuity(values, times, direction)
        expected = case["normal_with_continuity"][direction]
        found.compare("trend: with continuity, z", expected["z"], other.z, where)
        found.compare(f"trend: with continuity, {direction}, p", expected["p"], other.p, where)
    line = theil_sen(values, times)
    plain = test.s / math.sqrt(test.variance) if test.s is not None and test.variance else None
    found.compare("trend: n", case["n"], test.n, where)
    found.compare("trend: without continuity, z", case["normal_without_continuity_z"], plain, where)
    found.compare("trend: S", case["S"], test.s, where)
    found.compare("trend: Var S", case["var_S_tie_corrected"], test.variance, where)
    found.compare("trend: exact or not", case["exact_used_by_cor_test"], test.exact, where)
    found.compare("trend: slope", case["theil_sen"]["slope"], line.slope, where)
    found.compare("trend: intercept", case["theil_sen"]["intercept"], line.intercept, where)


def _region(case: Case, where: str, found: Differences) -> None:
    blocks: dict[str, tuple[list[Any], list[Any]]] = defaultdict(lambda: ([], []))
    for value, time, region in zip(case["x"], case["t"], case["r"], strict=True):
        blocks[str(region)][0].append(value)
        blocks[str(region)][1].append(time)
    for direction in Direction:
        test = regional_kendall(blocks, direction)
        expected = case[direction]
        found.compare("regional: S", expected["S"], test.s, where)
        found.compare("regional: Var S", expected["var_S"], test.variance, where)
        found.compare("regional: z", expected["z"], test.z, where)
        found.compare(f"regional: {direction}, p", expected["p"], test.p, where)


def _description(case: Case, where: str, found: Differences) -> None:
    values = numbers(case["x"])
    described = describe(values)
    fields = {"mad_1.4826": "mad"} | {
        name: name for name in ("n", "mean", "median", "sd", "cv", "rmad", "iod", "trimean")
    }
    for name, field in fields.items():
        found.compare(f"series: {name}", case[name], getattr(described, field), where)
    box = adjusted_boxplot(values)
    found.compare("series: medcouple", case["medcouple"], box.medcouple, where)
    for end, field in ENDS.items():
        found.compare(f"series: box, {end}", case["adj_boxplot"][end], getattr(box, field), where)
    for name, expected in case["quantile_type7"].items():
        computed = quantiles(values, [float(name.rstrip("%")) / 100])[0]
        found.compare("series: quantiles", expected, computed, f"{where} {name}")


def _median_interval(case: Case, where: str, found: Differences) -> None:
    values = numbers(case["x"])
    interval, n = median_interval(values), len(values)
    compared: dict[str, tuple[Value, Value]] = {
        "n": (case["n"], interval.n),
        "median": (case["median"], median(values)),
        "rank": (case["order_stat_rank_lower"], lower_rank(n)),
        "lower": (case["lower"], interval.lower),
        "upper": (case["upper"], interval.upper),
        "coverage": (case["actual_coverage"], interval.coverage),
    }
    for name, (expected, computed) in compared.items():
        found.compare(f"median interval: {name}", expected, computed, where)
    wilson = wilson_interval(values)
    limits = (*wilson_limits(n), *wilson_limits(40), wilson.lower, wilson.upper)
    ends = case["wilson_prop"] + case["wilson_prop_n40"] + case["wilson_quantile_type7"]
    for expected, end in zip(ends, limits, strict=True):
        found.compare("median interval: Wilson", expected, end, where)


def _slope_interval(case: Case, where: str, found: Differences) -> None:
    line = theil_sen(numbers(case["x"]), numbers(case["t"]))
    compared = {
        "n_slopes": line.slopes,
        "slope": line.slope,
        "lower_rounded": line.lower,
        "upper_rounded": line.upper,
        "lower_interpolated": line.lower_interpolated,
        "upper_interpolated": line.upper_interpolated,
    }
    for name, value in compared.items():
        found.compare(f"slope interval: {name.replace('_', ' ')}", case[name], value, where)


def _bootstrap(case: Case, where: str, found: Differences) -> None:
    resamples = int(case["R"])
    interval = bootstrap_interval([numbers(case["x"])], seed=SEED, resamples=resamples)
    for expected, end in zip(case["perc"], (interval.lower, interval.upper), strict=True):
        quantity = f"bootstrap: percentile (within {BOOTSTRAP_TOLERANCE:.0%})"
        found.compare(quantity, expected, end, where, BOOTSTRAP_TOLERANCE)


def _one_sample(case: Case, where: str, found: Differences) -> None:
    for alternative in Alternative:
        test = signed_rank(numbers(case["x"]), case["mu"], alternative)
        _compare_test("signed rank", "V", case[alternative], test, where, found)


def _two_samples(case: Case, where: str, found: Differences) -> None:
    for alternative in Alternative:
        test = rank_sum(numbers(case["x"]), numbers(case["y"]), alternative)
        expected = case["two.sided" if alternative is Alternative.BOTH else alternative]
        _compare_test("rank sum", "W", expected, test, where, found)


def _compare_test(
    kind: str, letter: str, expected: Case, test: Wilcoxon, where: str, found: Differences
) -> None:
    found.compare(f"{kind}: {letter}", expected[letter], test.statistic, where)
    found.compare(f"{kind}: {test.alternative}, p", expected["p"], test.p, where)


KINDS: dict[str, Callable[[Case, str, Differences], None]] = {
    "trend_cases": _trend,
    "regional_kendall": _region,
    "descriptive": _description,
    "median_ci": _median_interval,
    "sen_slope_ci": _slope_interval,
    "bootstrap_median": _bootstrap,
    "wilcoxon_one_sample": _one_sample,
    "wilcoxon_two_sample": _two_samples,
}
