"""A data set in litteR's layout, made up; what is expected is computed in other ways than by us."""

import csv
import json
import random
import statistics
from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import numpy as np
from scipy import stats

Change = Callable[[list[dict[str, str]]], None]
TYPES = {"Bottle": "PLASTIC", "Cap": "PLASTIC", "Can": "METAL", "Jar": "GLASS", "Never": "GLASS"}
SITES = {"A": "North", "B": "North", "C": "South"}


def made_up(folder: Path) -> Path:
    """Write a data set in litteR's layout with expected values for each location and region."""
    chance = random.Random(5)  # noqa: S311 - the same data every time
    surveys = [
        {
            "Location_Code": site,
            "region_code": region,
            "date": (date(2015, 2, 3) + timedelta(days=97 * turn)).isoformat(),
            "beach": "?",
            **{name: chance.randint(0, 60) if name != "Never" else 0 for name in TYPES},
        }
        for site, region in SITES.items()
        for turn in range(11)
    ]
    chance.shuffle(surveys)
    write(folder / "input_data.csv", surveys)
    rows = [
        {
            "type_name": name,
            "included": "x",
            **{group: "x" if group == own else "" for group in set(TYPES.values())},
        }
        for name, own in TYPES.items()
    ]
    write(folder / "input_types-all.csv", rows)
    write(
        folder / "input_types-bottles.csv", [{"type_name": "Bottle", "included": "x", "SUP": "x"}]
    )
    (folder / "input_settings.yaml").write_text(
        "date_min: 2015-03-01\npercentage_total_count: 70\n"
    )
    kept = [each for each in surveys if each["date"] >= "2015-03-01"]
    locations = [expected(site, name, kept) for site in SITES for name in (*TYPES, "METAL", "TC")]
    write(folder / "expected_location_stats_all.csv", locations)
    write(folder / "expected_region_stats_all.csv", regions(locations))
    return folder


def series_of(site: str, name: str, surveys: list[dict]) -> list[tuple[str, float, float]]:
    mine = sorted(
        (each for each in surveys if each["Location_Code"] == site), key=lambda each: each["date"]
    )
    wanted = [each for each, group in TYPES.items() if name in (each, group, "TC")]
    return [
        (each["date"], sum(each[one] for one in wanted), sum(each[one] for one in TYPES))
        for each in mine
    ]


def expected(site: str, name: str, surveys: list[dict]) -> dict:
    days, counts, totals = zip(*series_of(site, name, surveys), strict=True)
    axis = [(date.fromisoformat(day) - date(1970, 1, 1)).days for day in days]
    line = stats.theilslopes(counts, axis, method="joint")
    ties = len(set(counts)) < len(counts)
    test = stats.kendalltau(
        axis, counts, method="asymptotic" if ties else "exact",
        alternative="greater" if line.slope > 0 else "less",
    )  # fmt: skip
    mean, median = statistics.fmean(counts), statistics.median(counts)
    return {
        "location_code": site,
        "type_or_group": name if name in (*TYPES.values(), "TC") else name.lower(),
        "n": len(counts),
        "from": days[0],
        "pct_tc_mean_of_survey_shares": statistics.fmean(
            100 * count / total for count, total in zip(counts, totals, strict=True)
        ),
        "mean": mean,
        "median": median,
        "cv": statistics.stdev(counts) / mean if mean else "",
        "rmad": stats.median_abs_deviation(counts) * 1.4826 / median if median else "NA",
        "theil_sen_intercept": line.intercept,
        "theil_sen_slope_per_day": line.slope,
        "mk_p_one_sided": "" if np.isnan(test.pvalue) else test.pvalue,
    }


def regions(locations: list[dict]) -> list[dict]:
    found = []
    for region in ("North", "South"):
        for name in {each["type_or_group"] for each in locations}:
            mine = [
                each
                for each in locations
                if each["type_or_group"] == name and SITES[each["location_code"]] == region
            ]
            found.append(
                {
                    "region_code": region,
                    "type_or_group": name,
                    "n_surveys": sum(each["n"] for each in mine),
                    "mean_of_location_means": statistics.fmean(each["mean"] for each in mine),
                    "median_of_location_medians": statistics.median(
                        each["median"] for each in mine
                    ),
                }
            )
    return found


def write(file: Path, rows: list[dict]) -> None:
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def change(file: Path, how: Change) -> None:
    rows = list(csv.DictReader(StringIO(file.read_text(encoding="utf-8"))))
    how(rows)
    write(file, rows)


def with_all_tables(folder: Path) -> Path:
    """Add totals by survey, top tens, outliers and assessments of the total counts."""
    kept = kept_of(folder)
    totals = {
        site: [(day, count) for day, count, _all in series_of(site, "TC", kept)] for site in SITES
    }
    write(folder / "expected_group_counts_per_survey_all.csv", groups(kept))
    tops = [
        {"location_code": site, "rank": rank, "type_name": name.lower(), "median": median}
        for site in SITES
        for rank, (name, median) in enumerate(top_ten(site, kept), 1)
    ]
    write(folder / "expected_top10_location_all.csv", tops)
    south = [each for each in tops if each["location_code"] == "C"]
    rows = [
        {"region_code": "South", **{key: each[key] for key in ("rank", "type_name", "median")}}
        for each in south
    ]
    write(folder / "expected_top10_region_all.csv", rows)
    boxes = [outliers(site, totals[site]) for site in SITES]
    (folder / "expected_outliers_all.json").write_text(json.dumps(boxes))
    everything = [count for site in SITES for _day, count in totals[site]]
    record = assessment(everything)
    years = {
        "region_all_surveys_2015_2017": record,
        "by_location": [
            {"location_code": site, **assessment([count for _day, count in totals[site]])}
            for site in SITES
        ],
        "annual_medians": [year(2016, totals)],
        "remark": {"n": 1},
    }
    (folder / "expected_threshold_assessment_all.json").write_text(json.dumps(years))
    return folder


def kept_of(folder: Path) -> list[dict]:
    """Return the surveys of the period, counts as numbers."""
    rows = list(csv.DictReader(StringIO((folder / "input_data.csv").read_text(encoding="utf-8"))))
    return [
        {**row, **{name: int(row[name]) for name in TYPES}}
        for row in rows
        if row["date"] >= "2015-03-01"
    ]


def groups(surveys: list[dict]) -> list[dict]:
    return [
        {
            "location_code": site, "date": day, "group": name, "count": count,
            "pct_of_tc": 100 * count / total,
        }
        for site in SITES
        for name in ("PLASTIC", "METAL", "GLASS", "TC")
        for day, count, total in series_of(site, name, surveys)
    ]  # fmt: skip


def top_ten(site: str, surveys: list[dict]) -> list[tuple[str, float]]:
    medians = {
        name: statistics.median(count for _day, count, _all in series_of(site, name, surveys))
        for name in TYPES
    }
    return sorted(medians.items(), key=lambda each: (-each[1], each[0]))


def outliers(site: str, totals: list[tuple[str, float]]) -> dict:
    """Compute medcouple and fences as their definitions say, pair by pair."""
    values = [count for _day, count in totals]
    middle = statistics.median(values)
    kernel = [
        (0 if high == low == middle else -1 if high == middle else 1 if low == middle
         else ((high - middle) - (middle - low)) / (high - low))
        for high in values if high >= middle for low in values if low <= middle
    ]  # fmt: skip
    skewness = statistics.median(kernel)
    lower, middle, upper = (float(each) for each in np.percentile(values, [25, 50, 75]))
    down, up = (-4, 3) if skewness >= 0 else (-3, 4)
    low = lower - 1.5 * np.exp(down * skewness) * (upper - lower)
    high = upper + 1.5 * np.exp(up * skewness) * (upper - lower)
    reach = 1.5 * (upper - lower)
    return {
        "location_code": site,
        "n": len(values),
        "medcouple": skewness,
        "adj_boxplot": {
            "ymin": max(low, min(values)), "lower": lower, "middle": middle, "upper": upper,
            "ymax": min(high, max(values)),
        },
        "raw_lower_fence": low,
        "raw_upper_fence": high,
        "tukey_fences": {"lower": lower - reach, "upper": upper + reach},
        "outliers_adjusted": [
            {"date": day, "count": count} for day, count in totals if not low <= count <= high
        ],
        "outliers_tukey": [
            {"date": day, "count": count}
            for day, count in totals
            if not lower - reach <= count <= upper + reach
        ],
    }  # fmt: skip


def assessment(values: list[float]) -> dict:
    ordered = sorted(values)
    tails = [stats.binom.cdf(k, len(values), 0.5) for k in range(len(values))]
    rank = sum(tail <= 0.025 for tail in tails)
    return {
        "n": len(values),
        "median": statistics.median(values),
        "p15": float(np.percentile(values, 15)),
        "meets_20": statistics.median(values) < 20,
        "enough_surveys_40": len(values) >= 40,
        "ci": {
            "lower": ordered[rank - 1], "upper": ordered[-rank], "actual_coverage": 1 - 2 * tails[rank - 1],
        },
    }  # fmt: skip


def year(number: int, totals: dict[str, list[tuple[str, float]]]) -> dict:
    values = [
        count for each in totals.values() for day, count in each if day.startswith(str(number))
    ]
    return {
        "year": number,
        "n": len(values),
        "median": statistics.median(values),
        "mean": statistics.fmean(values),
    }
