"""Compares surveys with length and area (surveys.csv, counts.csv), such as those of Lake Geneva.

Items per 100 m, m2 and km2, the Clean Coast Index, and shares of materials are computed of all items,
of plastic items, and of those of at least 2.5 cm. They are compared with a table per 100 m in
litteR's layout and with files whose names begin with expected_, column by column.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from monitoring.comparison.differences import Differences, Value
from monitoring.comparison.litter_files import UnreadableFile, header_of, text_of
from monitoring.comparison.litter_records import read_json
from monitoring.comparison.plastock_names import Measure, measure_of, summaries_of
from monitoring.statistics.clean_coast import class_counts, clean_coast_index
from monitoring.statistics.composition import composition
from monitoring.statistics.densities import items_per_100m, items_per_km2, items_per_m2
from monitoring.statistics.descriptive import describe, quantiles

SMALL = frozenset({"G75", "G78", "G81", "G103", "G106", "G112", "G113", "G114", "G117"})
PLASTIC = "plastic"


@dataclass(frozen=True, slots=True)
class Beach:
    """A survey with its non-zero counts by code; all codes of the file were looked for."""

    survey: str
    place: str
    day: str
    length_m: float
    area_m2: float
    counts: dict[str, float]


@dataclass(frozen=True, slots=True)
class Beaches:
    surveys: tuple[Beach, ...]
    materials: dict[str, str]

    def items(self, beach: Beach, measure: Measure) -> float:
        """Return the items of a survey: all, plastic ones, those of at least 2.5 cm, or both."""
        return sum(
            count
            for code, count in beach.counts.items()
            if not (measure.large and code in SMALL)
            and not (measure.plastic and self.materials[code] != PLASTIC)
        )

    def value(self, beach: Beach, measure: Measure) -> Value:
        """Return what a column of that name holds for a survey."""
        items = self.items(beach, measure)
        if measure.kind == "items":
            return items
        if measure.kind in {"index", "class"}:
            index = clean_coast_index(items, beach.area_m2)
            return index.value if measure.kind == "index" else str(index.coast_class)
        return {
            "100 m": items_per_100m(items, beach.length_m),
            "m2": items_per_m2(items, beach.area_m2),
            "km2": items_per_km2(items, beach.area_m2),
        }[measure.kind].value


def compare_plastock(folder: Path, found: Differences) -> Iterator[str]:
    """Compare all that is there; yield what was used and the figures people know."""
    beaches = read_beaches(folder)
    yield from _known_figures(beaches)
    tables = [
        file
        for file in sorted(folder.glob("*.csv"))
        if file.name not in {"surveys.csv", "counts.csv"}
    ]
    for file in tables:
        header = header_of(file)
        if "survey_id" in header:
            yield from _compare_surveys(file, beaches, found)
        elif {"location_code", "date"} <= set(header) and "expected_" not in file.name:
            _compare_per_100m(file, beaches, found)
            yield f"Compared: surveys.csv and counts.csv with {file.name}."
    for file in sorted(folder.glob("expected_*.json")):
        yield from _compare_summary(file, beaches, found)


def read_beaches(folder: Path) -> Beaches:
    """Raises UnreadableFile for a column that is missing, a count of an unknown survey."""
    try:
        surveys = {row["survey_id"]: row for row in _rows(folder / "surveys.csv")}
        counts: dict[str, Counter[str]] = {survey: Counter() for survey in surveys}
        materials = {}
        for row in _rows(folder / "counts.csv"):
            counts[row["survey_id"]][row["g_code"]] += float(row["quantity"])  # type: ignore[assignment]
            materials[row["g_code"]] = row["material"]
        return Beaches(
            tuple(
                Beach(name, row["beach"], row["date"], float(row["length_m"]), float(row["area_m2"]),
                      dict(counts[name]))
                for name, row in surveys.items()
            ),
            materials,
        )  # fmt: skip
    except (KeyError, ValueError) as error:
        raise UnreadableFile(f"surveys.csv and counts.csv do not fit: {error!r}.") from error


def shares(beaches: Beaches) -> dict[str, float]:
    """Return the share of each material in all items, in per cent."""
    items: Counter[str] = Counter()
    for beach in beaches.surveys:
        items.update(beach.counts)
    return composition(dict(items), beaches.materials, surveys=len(beaches.surveys)).shares


def classes(beaches: Beaches, measure: Measure) -> dict[str, int]:
    """Return how many surveys fall into each class of the Clean Coast Index."""
    indices = [
        clean_coast_index(beaches.items(each, measure), each.area_m2) for each in beaches.surveys
    ]
    return {str(name): count for name, count in class_counts(indices).items()}


def _known_figures(beaches: Beaches) -> Iterator[str]:
    values = [beaches.value(each, Measure("100 m")) for each in beaches.surveys]
    described = describe(float(value or 0) for value in values)
    items = sum(beaches.items(each, Measure("items")) for each in beaches.surveys)
    counted = "/".join(
        str(each) for each in classes(beaches, Measure("class", plastic=True)).values()
    )
    yield (
        f"{described.n} surveys, {items:,.0f} items, median {described.median:.3f} items/100 m, classes "
        f"of the Clean Coast Index (plastic) {counted}."
    )


def _compare_per_100m(file: Path, beaches: Beaches, found: Differences) -> None:
    """A wide table, one column for each code; a code that was not counted is 0 there."""
    rows = {(row["location_code"], row["date"]): row for row in _rows(file)}
    for beach in beaches.surveys:
        row = rows.get((beach.place, beach.day))
        found.rows += 1
        if row is None:
            found.lost("per 100 m: survey", beach.survey)
            continue
        for code in beaches.materials:
            computed = items_per_100m(beach.counts.get(code, 0), beach.length_m).value
            expected = float(row[code]) if code in row else None
            found.compare("items/100 m by code", expected, computed, f"{beach.survey} {code}")


def _compare_surveys(file: Path, beaches: Beaches, found: Differences) -> Iterator[str]:
    rows = {row["survey_id"]: row for row in _rows(file)}
    columns = {
        name: measure_of(name) for name in next(iter(rows.values()), {}) if name != "survey_id"
    }
    known = {name: measure for name, measure in columns.items() if measure}
    by_name = {each.survey: each for each in beaches.surveys}
    for survey, row in rows.items():
        found.rows += 1
        if survey not in by_name:
            found.lost("survey: row", survey)
            continue
        for name, measure in known.items():
            expected: Value = (
                row[name].replace(" ", "_") if measure.kind == "class" else float(row[name])
            )
            found.compare(
                f"survey: {name}", expected, beaches.value(by_name[survey], measure), survey
            )
    yield f"Compared: {file.name}: {', '.join(known) or 'no column is known'}."
    if rest := sorted(set(columns) - set(known)):
        yield f"Not compared in {file.name}: {', '.join(rest)}."


def _compare_summary(file: Path, beaches: Beaches, found: Differences) -> Iterator[str]:
    content = read_json(file)
    if not isinstance(content, Mapping):
        return
    unknown = []
    for path, expected in summaries_of(content):
        computed = _summary(path, beaches)
        if computed is None:
            unknown.append(" ".join(path))
        else:
            found.rows += 1
            found.compare(
                f"summary: {' '.join(path[:-1]) or path[-1]}", expected, computed, path[-1]
            )
    yield f"Compared: {file.name}."
    if unknown:
        yield f"Not compared in {file.name}: {'; '.join(unknown)}."


def _summary(path: tuple[str, ...], beaches: Beaches) -> Value:
    """Return the statistic a path of names means, None for what is not known."""
    measure, last = measure_of("_".join(path)), path[-1].lower().replace(" ", "_")
    if last in shares(beaches):
        return shares(beaches)[last]
    if last in classes(beaches, Measure("class", plastic=True)):
        return classes(beaches, Measure("class", plastic=True))[last]
    if last in {"n_surveys", "surveys"}:
        return len(beaches.surveys)
    if measure is None or measure.kind == "class":
        return None
    values = [float(beaches.value(each, measure) or 0) for each in beaches.surveys]
    described, word = describe(values), last.partition("_")[0]
    if word in {"total", "sum"}:
        return sum(values)
    if word[:1] == "p" and word[1:].isdigit():
        return quantiles(values, [int(word[1:]) / 100])[0]
    fields = {"min": "minimum", "max": "maximum", "q25": "lower_quartile", "q75": "upper_quartile"}
    return getattr(described, fields.get(word, word), None)


def _rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(file), newline="")))
