"""Compares litteR's tables: locations, regions, totals by survey, top ten."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from monitoring.comparison.differences import Differences, Value
from monitoring.comparison.litter_analysis import Analysis, LocationCounts
from monitoring.comparison.litter_files import UnreadableFile, text_of
from monitoring.statistics.composition import shares
from monitoring.statistics.series import number
from monitoring.statistics.sites import RegionStatistics, SiteStatistics

Row = dict[str, str]
LOCATION = {
    "n": "recorded",
    "pct_tc_mean_of_survey_shares": "mean_share",
    "mean": "mean",
    "median": "median",
    "cv": "cv",
    "rmad": "rmad",
    "theil_sen_intercept": "intercept",
    "theil_sen_slope_per_day": "slope",
    "theil_sen_slope_per_year": "slope_per_year",
    "mk_p_one_sided": "p",
}
REGION = {
    "n_surveys": "surveys",
    "mean_of_location_means": "mean_of_means",
    "median_of_location_medians": "median_of_medians",
    "median_intercept": "intercept",
    "median_slope_per_year": "slope_per_year",
    "regional_kendall_p_one_sided": "p",
}
NAMED = {
    "mk_p_one_sided": "one-sided Mann-Kendall p",
    "regional_kendall_p_one_sided": "one-sided p",
}


def read_rows(file: Path, wanted: Iterable[str]) -> list[Row]:
    """Return a table's rows by column. Raises UnreadableFile when a column is missing."""
    rows = list(csv.DictReader(io.StringIO(text_of(file), newline="")))
    missing = set(wanted) - set(rows[0] if rows else {})
    if missing:
        raise UnreadableFile(f"{file.name} has no column {', '.join(sorted(missing))}.")
    return rows


def number_in(cell: str) -> Value:
    """Return a number, None for an empty cell or R's NA, the text for anything else."""
    if cell in {"", "NA", "NaN"}:
        return None
    try:
        return float(cell)
    except ValueError:
        return cell


def compare_locations(file: Path, analysis: Analysis, found: Differences) -> None:
    """Each row: a type or group at a location."""
    for row in read_rows(file, ["location_code", "type_or_group"]):
        place, name = row["location_code"], row["type_or_group"]
        located = analysis.locations.get(place)
        computed = _of_site(located.statistics, name) if located else None
        found.rows += 1
        if located is None or computed is None:
            found.lost("location: row", f"{file.name} {place} {name}")
            continue
        where = f"{place} {name}"
        _compare_columns("location", row, LOCATION, computed, where, found)
        _compare_texts(row, _facts(analysis, located, name), where, found)
    _tell_rest(file, _location_keys(analysis), ("location_code", "type_or_group"), found)


def compare_regions(file: Path, analysis: Analysis, found: Differences) -> None:
    """Each row: a type or group in a region."""
    for row in read_rows(file, ["region_code", "type_or_group"]):
        place, name = row["region_code"], row["type_or_group"]
        region = analysis.regions.get(place)
        found.rows += 1
        if region is None or name not in region.codes:
            found.lost("region: row", f"{file.name} {place} {name}")
            continue
        computed = _of_region(region, name)
        _compare_columns("region", row, REGION, computed, f"{place} {name}", found)
    _tell_rest(file, _region_keys(analysis), ("region_code", "type_or_group"), found)


def compare_groups(file: Path, analysis: Analysis, found: Differences) -> None:
    """Each row: a group's total in a survey, and its share of the survey's total."""
    expected: dict[tuple[str, ...], list[tuple[Value, Value]]] = defaultdict(list)
    for row in read_rows(file, ["location_code", "date", "group", "count", "pct_of_tc"]):
        survey = (row["location_code"], row["date"], row["group"])
        expected[survey].append((number_in(row["count"]), number_in(row["pct_of_tc"])))
        found.rows += 1
    computed = _group_totals(analysis)
    for key, pairs in expected.items():
        others, where = computed.get(key, []), " ".join(key)
        if len(others) != len(pairs):
            found.lost("survey: group", where)
            continue
        for (count, share), (our_count, our_share) in zip(
            sorted(pairs, key=str), sorted(others, key=str), strict=True
        ):
            found.compare("survey: total of a group", count, our_count, where)
            found.compare("survey: share of the total", share, our_share, where)
    if len(computed) > len(expected):
        found.remarks.append(f"{file.name}: {len(computed) - len(expected)} totals are not in it.")


def compare_top(file: Path, analysis: Analysis, found: Differences) -> None:
    """Each row: a place in a top ten. Types with the same median may stand in either order."""
    rows = read_rows(file, ["rank", "type_name", "median"])
    kind = "location" if rows and "location_code" in rows[0] else "region"
    lists = {} if not rows else _top_lists(analysis, kind)
    for row in rows:
        place, rank = row.get(f"{kind}_code", ""), int(row["rank"])
        entries = lists.get(place, ())
        found.rows += 1
        if not 1 <= rank <= len(entries):
            found.lost(f"{kind}: top ten", f"{place} {rank}")
            continue
        median = entries[rank - 1][1]
        same = {name for name, value in _medians(analysis, kind, place) if value == median}
        name = row["type_name"].lower()
        there = name if name in same else entries[rank - 1][0]
        found.compare(f"{kind}: top ten, type", name, there, f"{place} {rank}")
        expected = number_in(row["median"])
        found.compare(f"{kind}: top ten, median", expected, median, f"{place} {rank}")


def _compare_columns(
    kind: str, row: Row, columns: dict[str, str], computed: Row | dict[str, Value], where: str,
    found: Differences,
) -> None:  # fmt: skip
    for column, field in columns.items():
        if column in row:
            quantity = f"{kind}: {NAMED.get(column, column.replace('_', ' '))}"
            found.compare(quantity, number_in(row[column]), computed[field], where)


def _compare_texts(row: Row, facts: dict[str, Value], where: str, found: Differences) -> None:
    for column, fact in facts.items():
        if column in row:
            expected = None if row[column] in {"", "NA"} else row[column]
            found.compare(f"location: {column.replace('_', ' ')}", expected, fact, where)


def _of_site(site: SiteStatistics, name: str) -> dict[str, Value] | None:
    if name not in site.codes:
        return None
    place = site.codes.index(name)
    return {field: float(getattr(site, field)[place]) for field in LOCATION.values()}


def _of_region(region: RegionStatistics, name: str) -> dict[str, Value]:
    """Return a region's values; p is 1/2 where S is 0, though a short location leaves no variance.

    That is how litteR comes out there. Ours has no p then.
    """
    place = region.codes.index(name)
    values: dict[str, Value] = {
        field: float(getattr(region, field)[place]) for field in REGION.values()
    }
    sloped = not np.isnan(region.slope_per_year[place])
    if np.isnan(region.variance[place]) and region.s[place] == 0 and sloped:
        values["p"] = 0.5
    return values


def _facts(analysis: Analysis, located: LocationCounts, name: str) -> dict[str, Value]:
    is_group = name not in analysis.types
    top = analysis.top_types(located.name)
    chosen = None if is_group or top is None else str(name in top).upper()
    return {
        "is_group": str(is_group).upper(),
        "in_top_x": chosen,
        "from": located.days[0].isoformat(),
        "to": located.days[-1].isoformat(),
    }


def _group_totals(analysis: Analysis) -> dict[tuple[str, ...], list[tuple[Value, Value]]]:
    totals: dict[tuple[str, ...], list[tuple[Value, Value]]] = defaultdict(list)
    for located in analysis.locations.values():
        for group, counts in located.groups.items():
            of_total = shares(counts, located.totals)
            for day, count, share in zip(located.days, counts, of_total, strict=True):
                key = (located.name, day.isoformat(), group)
                totals[key].append((float(count), number(share)))
    return totals


def _top_lists(analysis: Analysis, kind: str) -> dict[str, tuple[tuple[str, float], ...]]:
    if kind == "location":
        return {place: analysis.top_ten(place) for place in analysis.locations}
    return {place: analysis.regional_top_ten(place) for place in analysis.regions}


def _medians(analysis: Analysis, kind: str, place: str) -> Iterator[tuple[str, float]]:
    if kind == "location":
        found = analysis.locations[place].statistics
        yield from zip(found.codes, found.median.tolist(), strict=True)
    else:
        region = analysis.regions[place]
        yield from zip(region.codes, region.median_of_medians.tolist(), strict=True)


def _location_keys(analysis: Analysis) -> set[tuple[str, str]]:
    return {
        (place, name)
        for place, located in analysis.locations.items()
        for name in located.statistics.codes
    }


def _region_keys(analysis: Analysis) -> set[tuple[str, str]]:
    return {(place, name) for place, region in analysis.regions.items() for name in region.codes}


def _tell_rest(
    file: Path, computed: set[tuple[str, str]], columns: Sequence[str], found: Differences
) -> None:
    rest = computed - {(row[columns[0]], row[columns[1]]) for row in read_rows(file, columns)}
    if rest:
        found.remarks.append(f"{file.name}: {len(rest)} computed rows are not in it.")
