"""Compares litteR's outliers and the assessments against the EU threshold (JSON)."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from monitoring.comparison.differences import Differences, Value
from monitoring.comparison.litter_analysis import Analysis, LocationCounts
from monitoring.comparison.litter_files import UnreadableFile, text_of
from monitoring.statistics.descriptive import describe
from monitoring.statistics.outliers import Boxplot, adjusted_boxplot, tukey_fences
from monitoring.statistics.threshold import Assessment, Status, assess

ENDS = {
    "ymin": "lower_end",
    "lower": "lower_quartile",
    "middle": "median",
    "upper": "upper_quartile",
    "ymax": "upper_end",
}
YEARS = re.compile(r"(\d{4})_(\d{4})$")


def read_json(file: Path) -> Any:
    """Raises UnreadableFile for what is no JSON."""
    try:
        return json.loads(text_of(file))
    except json.JSONDecodeError as error:
        raise UnreadableFile(f"{file.name} is not JSON: {error}") from error


def compare_outliers(file: Path, analysis: Analysis, found: Differences) -> None:
    """Each record: medcouple, box, fences and outliers of a location's total counts."""
    for record in read_json(file):
        place = record["location_code"]
        located = analysis.locations.get(place)
        found.rows += 1
        if located is None:
            found.lost("outliers: location", place)
            continue
        box = adjusted_boxplot(located.totals)
        _compare_box(record, box, place, found)
        lower, upper = tukey_fences(located.totals)
        tukey = record.get("tukey_fences", {})
        found.compare("outliers: Tukey fences", tukey.get("lower"), lower, place)
        found.compare("outliers: Tukey fences", tukey.get("upper"), upper, place)
        ours = _listed(located, box.outliers)
        found.compare("outliers: flagged", _flagged(record, "outliers_adjusted"), ours, place)
        beyond = [
            index
            for index, value in enumerate(located.totals)
            if lower is not None and upper is not None and not lower <= value <= upper
        ]
        ours = _listed(located, beyond)
        found.compare("outliers: by Tukey", _flagged(record, "outliers_tukey"), ours, place)


def compare_threshold(file: Path, analysis: Analysis, found: Differences) -> None:
    """The pooled assessment of a region by periods, of each location, and medians by year."""
    for name, record in read_json(file).items():
        years = YEARS.search(name)
        if name == "by_location":
            for each in record:
                located = analysis.locations.get(each["location_code"])
                totals = [] if located is None else list(located.totals)
                _compare_assessment(each, assess(totals), each["location_code"], found)
        elif name == "annual_medians":
            for each in record:
                _compare_year(each, analysis.totals(each["year"], each["year"]), found)
        elif years:
            totals = analysis.totals(int(years[1]), int(years[2]))
            _compare_assessment(record, assess(totals), name, found)
        else:
            found.remarks.append(f"{file.name}: {name} is not compared.")


def _compare_box(record: Mapping[str, Any], box: Boxplot, place: str, found: Differences) -> None:
    found.compare("outliers: n", record["n"], box.n, place)
    found.compare("outliers: medcouple", record["medcouple"], box.medcouple, place)
    for end, field in ENDS.items():
        expected = record["adj_boxplot"][end]
        found.compare(f"outliers: box, {end}", expected, getattr(box, field), place)
    for name, fence in (("lower", box.lower_fence), ("upper", box.upper_fence)):
        found.compare(f"outliers: {name} fence", record.get(f"raw_{name}_fence"), fence, place)


def _compare_assessment(
    record: Mapping[str, Any], result: Assessment, where: str, found: Differences
) -> None:
    enough = result.n >= result.fewest_surveys
    values: dict[str, Value] = {
        "n": result.n,
        "median": result.median,
        "p10": result.p10,
        "p15": result.p15,
        "p20": result.p20,
        "meets_20": result.indicative is Status.MEETS,
        "enough_surveys_40": enough,
    }
    found.rows += 1
    for name, value in values.items():
        if name in record:
            found.compare(f"threshold: {name.replace('_', ' ')}", record[name], value, where)
    ends = {
        "lower": result.interval.lower,
        "upper": result.interval.upper,
        "actual_coverage": result.interval.coverage,
    }
    for name, end in ends.items():
        expected = (record.get("ci") or {}).get(name)
        found.compare(f"threshold: interval, {name.replace('_', ' ')}", expected, end, where)
    if "status" in record:
        found.compare("threshold: status", record["status"], str(result.status), where)


def _compare_year(record: Mapping[str, Any], totals: list[float], found: Differences) -> None:
    described = describe(totals)
    found.rows += 1
    for name in ("n", "median", "mean"):
        where = str(record["year"])
        found.compare(f"year: {name}", record[name], getattr(described, name), where)


def _flagged(record: Mapping[str, Any], name: str) -> str:
    return ", ".join(sorted(f"{each['date']} {each['count']:g}" for each in record.get(name) or []))


def _listed(located: LocationCounts, places: list[int] | tuple[int, ...]) -> str:
    return ", ".join(sorted(f"{located.days[index]} {located.totals[index]:g}" for index in places))
