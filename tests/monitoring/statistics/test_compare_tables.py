"""Every kind of expected table is compared, and a wrong number in each is seen."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from monitoring.comparison.differences import Differences, difference
from monitoring.comparison.layouts import compare_folder
from monitoring.comparison.litter_analysis import Analysis, analyse
from monitoring.comparison.litter_data import read_data
from monitoring.comparison.litter_files import LitterSettings, read_types
from monitoring.comparison.litter_tables import compare_regions
from monitoring.comparison.plastock_names import Measure, measure_of
from tests.monitoring.statistics.known import LAKE_GENEVA
from tests.monitoring.statistics.made_up import change, made_up, with_all_tables, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_all_tables(made_up(tmp_path))


def analysed(text: str, types: str = "type_name,included,SUP\nA,x,x\nB,x,\n") -> Analysis:
    read = read_types(types)
    return analyse(read_data(text, read), read, LitterSettings())


def test_all_tables_agree(folder: Path) -> None:
    found = compare_folder(folder)

    assert found.agree, list(found.lines())
    assert {"survey: share of the total", "outliers: flagged", "threshold: median", "year: mean",
            "location: top ten, type", "region: top ten, median"} <= set(found.quantities)  # fmt: skip
    assert "expected_threshold_assessment_all.json: remark is not compared." in found.remarks


def spoil_json(file: Path, how: Callable[[Any], None]) -> None:
    content = json.loads(file.read_text())
    how(content)
    file.write_text(json.dumps(content))


@pytest.mark.parametrize(
    ("name", "how", "quantity"),
    [
        ("outliers", lambda records: records[0].update(medcouple=0.5), "outliers: medcouple"),
        ("outliers", lambda records: records[1]["outliers_adjusted"].append({"date": "2016-01-01", "count": 3}), "outliers: flagged"),
        ("outliers", lambda records: records[1].update(location_code="Z"), "outliers: location"),
        ("threshold_assessment", lambda record: record["region_all_surveys_2015_2017"]["ci"].update(lower=1), "threshold: interval, lower"),
        ("threshold_assessment", lambda record: record["by_location"][0].update(n=3), "threshold: n"),
        ("threshold_assessment", lambda record: record["by_location"][0].update(status="meets"), "threshold: status"),
        ("threshold_assessment", lambda record: record["by_location"][0].update(location_code="Z"), "threshold: n"),
        ("threshold_assessment", lambda record: record["annual_medians"][0].update(mean=1), "year: mean"),
    ],
)  # fmt: skip
def test_a_wrong_record_is_seen(
    folder: Path, name: str, how: Callable[[Any], None], quantity: str
) -> None:
    spoil_json(folder / f"expected_{name}_all.json", how)

    assert not compare_folder(folder).quantities[quantity].agrees


@pytest.mark.parametrize(
    ("name", "column", "value", "quantity"),
    [
        ("group_counts_per_survey", "count", "1.5", "survey: total of a group"),
        ("group_counts_per_survey", "pct_of_tc", "", "survey: share of the total"),
        ("group_counts_per_survey", "group", "OTHER", "survey: group"),
        ("top10_location", "type_name", "never", "location: top ten, type"),
        ("top10_location", "median", "1.5", "location: top ten, median"),
        ("top10_location", "rank", "11", "location: top ten"),
        ("top10_region", "type_name", "never", "region: top ten, type"),
        ("region_stats", "n_surveys", "1", "region: n surveys"),
    ],
)
def test_a_wrong_cell_is_seen(
    folder: Path, name: str, column: str, value: str, quantity: str
) -> None:
    change(folder / f"expected_{name}_all.csv", lambda rows: rows[0].update({column: value}))

    assert not compare_folder(folder).quantities[quantity].agrees


def test_totals_that_are_not_expected_are_said(folder: Path) -> None:
    change(folder / "expected_group_counts_per_survey_all.csv", lambda rows: rows.pop())

    assert any("1 totals are not in it" in remark for remark in compare_folder(folder).remarks)


def test_types_with_the_same_median_may_stand_in_either_order(tmp_path: Path) -> None:
    (tmp_path / "types.csv").write_text("type_name,included\na,x\nb,x\n")
    (tmp_path / "data.csv").write_text(
        "location_code,date,a,b\nS,2020-01-01,3,3\nS,2020-04-01,5,5\n"
    )
    rows = [{"location_code": "S", "rank": 1, "type_name": "b", "median": 4},
            {"location_code": "S", "rank": 2, "type_name": "a", "median": 4}]  # fmt: skip
    write(tmp_path / "expected_top10_location.csv", rows)

    assert compare_folder(tmp_path).agree


def test_surveys_of_one_day_are_ordered_type_by_type_by_their_share() -> None:
    analysis = analysed(
        "location_code,date,A,B\nS,2020-01-01,1,9\nS,2020-01-01,4,1\nS,2020-06-01,5,5\nS,2020-09-01,6,0\n"
    )
    located = analysis.locations["S"]

    assert located._as_ordered().tolist() == [[4, 1, 5, 6], [9, 1, 5, 0]]
    assert located.totals.tolist() == [10, 5, 10, 6]


def test_a_location_without_litter_has_no_top_and_no_share() -> None:
    analysis = analysed("location_code,date,A,B\nS,2020-01-01,0,0\n")

    assert analysis.top_types("S") is None
    assert analysis.regions == {}


def test_a_group_without_a_type_in_the_data_is_left_out() -> None:
    analysis = analysed("location_code,date,B\nS,2020-01-01,2\n")

    assert list(analysis.locations["S"].groups) == ["TC"]


def test_a_region_whose_s_is_zero_is_compared_as_litter_has_it(tmp_path: Path) -> None:
    head = "region_code,location_code,date,A,B\n"
    analysis = analysed(f"{head}N,S,2020-01-01,2,1\nN,S,2020-04-01,2,5\n")
    file = tmp_path / "expected_region_stats.csv"
    column = "regional_kendall_p_one_sided"
    write(file, [{"region_code": "N", "type_or_group": "a", column: "0.5"},
                 {"region_code": "N", "type_or_group": "b", column: "NA"}])  # fmt: skip
    found = Differences()

    compare_regions(file, analysis, found)

    assert found.agree, list(found.lines())


def test_the_types_with_the_settings_name_fit_where_the_tables_do_not_tell(tmp_path: Path) -> None:
    (tmp_path / "input_types-one.csv").write_text("type_name,included\na,x\n")
    (tmp_path / "input_types-two.csv").write_text("type_name,included\na,x\nb,x\n")
    (tmp_path / "input_d.csv").write_text("location_code,date,a,b\nS,2020-01-01,3,30\n")
    (tmp_path / "settings.yml").write_text("file_data: d.csv\nfile_types: types-two.csv\n")
    (tmp_path / "expected_threshold_assessment_x.json").write_text('{"annual_medians": [{"year": 2020, "n": 1, "mean": 33, "median": 33}]}')  # fmt: skip

    assert compare_folder(tmp_path).agree


def of_geneva(folder: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Copy the first surveys of Lake Geneva with their counts; return both tables."""
    surveys, counts = (
        list(csv.DictReader(StringIO((LAKE_GENEVA / name).read_text(encoding="utf-8"))))
        for name in ("surveys.csv", "counts.csv")
    )
    surveys = surveys[:6]
    counts = [row for row in counts if row["survey_id"] in {each["survey_id"] for each in surveys}]
    write(folder / "surveys.csv", surveys)
    write(folder / "counts.csv", counts)
    return surveys, counts


def test_columns_and_summaries_of_beaches_are_known_by_their_names(tmp_path: Path) -> None:
    surveys, counts = of_geneva(tmp_path)
    rows, densities, plastics = [], [], 0.0
    for survey in surveys:
        mine = [row for row in counts if row["survey_id"] == survey["survey_id"]]
        items = sum(int(row["quantity"]) for row in mine)
        plastic = sum(int(row["quantity"]) for row in mine if row["material"] == "plastic")
        large = sum(int(row["quantity"]) for row in mine if row["g_code"] not in {"G75", "G78", "G81", "G103", "G106", "G112", "G113", "G114", "G117"})  # fmt: skip
        length, area = float(survey["length_m"]), float(survey["area_m2"])
        densities.append(100 * items / length)
        plastics += plastic
        rows.append({
            "survey_id": survey["survey_id"], "length_m": length, "items": items, "weather": "?",
            "items_per_100m": 100 * items / length, "items_per_m2": items / area,
            "items_per_km2": 1e6 * items / area, "cci": 20 * plastic / area,
            "items_per_100m_ge_2_5cm": 100 * large / length, "cci_class": "extremely dirty",
        })  # fmt: skip
    classes = [float(row["cci"]) for row in rows]
    for row, index in zip(rows, classes, strict=True):
        limits = {
            20: "extremely dirty",
            10: "dirty",
            5: "moderately dirty",
            2: "clean",
            -1: "very clean",
        }
        row["cci_class"] = next(name for limit, name in limits.items() if index > limit)
    write(tmp_path / "expected_surveys.csv", rows)
    total = sum(int(row["quantity"]) for row in counts)
    summary = {
        "n_surveys": 6,
        "items": {"total": total},
        "items_per_100m": {"median": sorted(densities)[2] / 2 + sorted(densities)[3] / 2, "max": max(densities), "p50": sorted(densities)[2] / 2 + sorted(densities)[3] / 2},
        "composition": {"plastic": 100 * plastics / total},
        "cci_classes": {"very_clean": sum(index <= 2 for index in classes)},
        "weather": {"rain": 3},
    }  # fmt: skip
    (tmp_path / "expected_summary.json").write_text(json.dumps(summary))

    found = compare_folder(tmp_path)

    assert found.agree, list(found.lines())
    assert "Not compared in expected_surveys.csv: length_m, weather." in found.remarks
    assert "Not compared in expected_summary.json: weather rain." in found.remarks
    change(
        tmp_path / "expected_surveys.csv",
        lambda changed: changed[0].update(items="1", survey_id="x"),
    )
    assert not compare_folder(tmp_path).quantities["survey: row"].agrees


def test_a_survey_missing_from_the_wide_table_is_lost(tmp_path: Path) -> None:
    of_geneva(tmp_path)
    (tmp_path / "wide.csv").write_text("location_code,date,G113\namphion,1999-01-01,1\n")
    (tmp_path / "expected_list.json").write_text("[]")

    assert not compare_folder(tmp_path).quantities["per 100 m: survey"].agrees


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("length_m", None),
        ("weather", None),
        ("CCI class", Measure("class", plastic=True)),
        ("plastic items/km2", Measure("km2", plastic=True)),
        ("items_ge_2_5cm", Measure("items", large=True)),
    ],
)
def test_names_mean_measures(name: str, measure: Measure | None) -> None:
    assert measure_of(name) == measure


@pytest.mark.parametrize(
    ("expected", "computed", "wanted"),
    [
        (None, float("nan"), 0),
        (None, 0.0, float("inf")),
        ("meets", "meets", 0),
        ("meets", 1, float("inf")),
        (2.0, 1.0, 0.5),
        (0.0, 1e-17, 0),
        (1e6, 1e6 + 0.01, pytest.approx(1e-8)),
        (True, 1, 0),
    ],
)
def test_differences_are_relative(expected: Any, computed: Any, wanted: float) -> None:
    assert difference(expected, computed) == wanted


def test_a_stricter_verdict_is_named_and_no_difference(tmp_path: Path) -> None:
    head = "location_code,date,region_code,A"
    cases = {
        "two regions": {"status": "ok", "csv": [head, "S,2020-01-01,N,1", "S,2020-02-01,O,1"]},
        "one line": {
            "status": "error",
            "message": "Incorrect column delimiter",
            "csv": "location_code;date",
        },
        "wrongly accepted": {"status": "ok", "csv": [head, "S,2020-01-01,N,"]},
    }
    file = tmp_path / "validation_cases.json"
    file.write_text(json.dumps({"types_csv": ["type_name,included", "A,x"], "cases": cases}))

    found = compare_folder(tmp_path)

    assert found.remarks[0].startswith("two regions: stricter than litteR")
    assert found.quantities["verdict"].where.startswith("wrongly accepted")
