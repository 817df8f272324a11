"""Finds out what lies in a folder and compares all of it."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from monitoring.comparison.differences import Differences
from monitoring.comparison.litter_analysis import Analysis, analyse
from monitoring.comparison.litter_data import read_data
from monitoring.comparison.litter_files import (
    LitterSettings,
    UnreadableFile,
    header_of,
    read_settings,
    read_types,
    text_of,
)
from monitoring.comparison.litter_records import compare_outliers, compare_threshold
from monitoring.comparison.litter_tables import (
    Row,
    compare_groups,
    compare_locations,
    compare_regions,
    compare_top,
    read_rows,
)
from monitoring.comparison.litter_units import KINDS, compare_unit_file
from monitoring.comparison.litter_verdicts import compare_verdicts
from monitoring.comparison.plastock import compare_plastock
from monitoring.comparison.two_ways import compare_two_ways

Compare = Callable[[Path, Analysis, Differences], None]
EXPECTED: dict[str, Compare] = {
    "location_stats": compare_locations,
    "region_stats": compare_regions,
    "group_counts_per_survey": compare_groups,
    "top10_location": compare_top,
    "top10_region": compare_top,
    "outliers": compare_outliers,
    "threshold_assessment": compare_threshold,
}
NAME = re.compile(rf"expected_({'|'.join(EXPECTED)})_?(.*)\.(?:csv|json)")
VERDICTS = "validation_cases.json"


class UnknownLayout(Exception):
    """A folder in which nothing is recognised; the text is one line for people."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A data file worked through with a type file."""

    data: Path
    types: Path
    settings: LitterSettings
    analysis: Analysis

    def keys(self) -> set[tuple[str, str]]:
        """Return everything it has a value for: location or region, and type or group."""
        places = [*self.analysis.locations, *self.analysis.regions]
        groups = {name for each in self.analysis.locations.values() for name in each.groups}
        return {(place, name) for place in places for name in groups.union(self.analysis.types)}


@contextmanager
def laid_out(file: Path) -> Iterator[None]:
    """Turn a key, a column or a form that is not there into one line. Raises UnreadableFile."""
    try:
        yield
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise UnreadableFile(f"{file.name} is not laid out as expected: {error!r}.") from error


def compare_folder(folder: Path) -> Differences:
    """Compare every file that is known. Raises UnknownLayout, UnreadableFile, LitterRefused."""
    if not folder.is_dir():
        raise UnknownLayout(f"{folder} is no folder.")
    found = Differences()
    known = list(_compared(folder, found))
    if not known:
        raise UnknownLayout(
            f"Nothing in {folder} is known: neither litteR's files (a table with location_code and "
            "date, one with type_name and included, expected_*, unit_*) nor surveys.csv and counts.csv."
        )
    found.remarks.extend(known)
    return found


def _compared(folder: Path, found: Differences) -> Iterator[str]:
    """Compare part after part; yield what was used or missing."""
    yield from _single_series(folder, found)
    if (folder / VERDICTS).is_file():
        with laid_out(folder / VERDICTS):
            compare_verdicts(folder / VERDICTS, found)
        yield f"Compared: {VERDICTS}."
    if (folder / "surveys.csv").is_file() and (folder / "counts.csv").is_file():
        yield from compare_plastock(folder, found)
    yield from _tables(folder, found)


def _single_series(folder: Path, found: Differences) -> Iterator[str]:
    files = sorted(folder.glob("unit_*.json"))
    for file in files:
        with laid_out(file):
            known = compare_unit_file(file, found)
        yield f"Compared: {file.name}." if known else f"Not known, not compared: {file.name}."
    missing = [kind for kind in KINDS if not (folder / f"unit_{kind}.json").is_file()]
    if files and missing:
        yield f"Not there: {', '.join(f'unit_{kind}.json' for kind in missing)}."


def _tables(folder: Path, found: Differences) -> Iterator[str]:
    expected = [
        (file, match) for file in sorted(folder.iterdir()) if (match := NAME.search(file.name))
    ]
    candidates = list(_candidates(folder))
    if expected and not candidates:
        raise UnreadableFile("There are expected tables, but no data file with a type file.")
    for suffix in sorted({match[2] for _file, match in expected}):
        files = {match[1]: file for file, match in expected if match[2] == suffix}
        chosen = max(candidates, key=lambda each: _fit(each, files, suffix))
        for kind, file in files.items():
            with laid_out(file):
                EXPECTED[kind](file, chosen.analysis, found)
        yield (
            f"Compared: {', '.join(file.name for file in files.values())} with {chosen.data.name}, "
            f"{chosen.types.name}, {chosen.settings.first} to {chosen.settings.last}."
        )
        if missing := sorted(set(EXPECTED) - set(files)):
            yield f"Not there for {suffix or 'these'}: {', '.join(missing)}."
    for each in candidates if not expected else []:
        compare_two_ways(each.analysis, found)
        yield (
            f"No expected tables for {each.data.name} with {each.types.name}: whole sites compared "
            "with single series."
        )


def _candidates(folder: Path) -> Iterator[Candidate]:
    headers = {file: set(header_of(file)) for file in _inputs(folder, ".csv")}
    types = [file for file, names in headers.items() if {"type_name", "included"} <= names]
    data = [file for file, names in headers.items() if _holds_surveys(names)]
    settings = [read_settings(text_of(file)) for file in _inputs(folder, ".yaml", ".yml")]
    for file in data:
        own = next((each for each in settings if _meant(each.data, file)), None)
        chosen = own or next(iter(settings), LitterSettings())
        for other in types:
            read = read_types(text_of(other))
            analysis = analyse(read_data(text_of(file), read), read, chosen)
            yield Candidate(file, other, chosen, analysis)


def _holds_surveys(header: set[str]) -> bool:
    """Say whether a table is a data file, or would be with commas: litteR's refusal says so then."""
    return {"location_code", "date"} <= header or (
        len(header) == 1 and "location_code" in next(iter(header))
    )


def _inputs(folder: Path, *endings: str) -> list[Path]:
    return sorted(
        file
        for file in folder.iterdir()
        if file.suffix.lower() in endings and file.is_file() and "expected_" not in file.name
    )


def _meant(name: str, file: Path) -> bool:
    return bool(name) and file.name.endswith(name)


def _fit(candidate: Candidate, files: dict[str, Path], suffix: str) -> tuple[int, int, int, bool]:
    """Say how well a candidate fits the expected tables: by rows, by name, by the settings."""
    computed = candidate.keys()
    wanted = {key for kind, file in files.items() if file.suffix == ".csv" for key in _keys(file)}
    whole = "location_stats" in files
    return (
        -len(wanted - computed),
        -len({key for key in computed if key[0] in {place for place, _name in wanted}} - wanted)
        if whole
        else 0,
        len(suffix) if _plain(suffix) in _plain(candidate.types.stem) else 0,
        _meant(candidate.settings.types, candidate.types),
    )


def _keys(file: Path) -> Iterator[tuple[str, str]]:
    rows: Iterable[Row] = read_rows(file, [])
    for row in rows:
        place = row.get("location_code") or row.get("region_code") or ""
        name = row.get("type_or_group") or row.get("type_name") or row.get("group") or ""
        yield place, name


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
