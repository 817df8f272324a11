"""The command compares any folder of that layout and goes red at a wrong number."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.monitoring.statistics.known import LAKE_GENEVA, SERIES
from tests.monitoring.statistics.made_up import change, made_up, write


def compared(folder: Path) -> str:
    out = StringIO()
    call_command("compare_with_reference", str(folder), stdout=out)
    return out.getvalue()


def red(folder: Path) -> str:
    """Return what is printed of a folder that differs, after the command has failed."""
    out = StringIO()
    with pytest.raises(CommandError, match="differences above 1e-9"):
        call_command("compare_with_reference", str(folder), stdout=out)
    return out.getvalue()


def test_it_agrees_with_a_folder_of_that_layout_and_says_what_is_missing(tmp_path: Path) -> None:
    said = compared(made_up(tmp_path))

    assert "location: theil sen intercept" in said
    assert "region: mean of location means" in said
    assert "with input_data.csv, input_types-all.csv, 2015-03-01 to" in said
    assert "Not there for all: group_counts_per_survey, outliers, threshold_assessment" in said
    assert "35 rows agree within 1e-9." in said


@pytest.mark.parametrize(
    "column", ["mean", "cv", "theil_sen_slope_per_day", "mk_p_one_sided", "from"]
)
def test_one_wrong_number_is_enough(tmp_path: Path, column: str) -> None:
    folder = made_up(tmp_path)

    def spoil(rows: list[dict[str, str]]) -> None:
        value = rows[3][column]
        rows[3][column] = (
            value.replace("2015", "2016") if column == "from" else str(float(value) * (1 + 2e-9))
        )

    change(folder / "expected_location_stats_all.csv", spoil)

    assert "DIFFERS at A jar" in red(folder)


def test_a_blank_is_not_a_zero(tmp_path: Path) -> None:
    folder = made_up(tmp_path)

    def spoil(rows: list[dict[str, str]]) -> None:
        next(row for row in rows if row["type_or_group"] == "never")["cv"] = "0"

    change(folder / "expected_location_stats_all.csv", spoil)

    assert "DIFFERS at A never: 0.0 expected, nan computed" in red(folder)


def test_a_row_of_something_unknown_is_lost(tmp_path: Path) -> None:
    folder = made_up(tmp_path)

    change(
        folder / "expected_location_stats_all.csv", lambda rows: rows[0].update(type_or_group="x")
    )
    change(folder / "expected_region_stats_all.csv", lambda rows: rows[0].update(region_code="x"))

    assert red(folder).count("there expected, missing computed") == 2


def test_the_order_of_rows_and_columns_does_not_matter(tmp_path: Path) -> None:
    folder = made_up(tmp_path)

    for file in folder.glob("*.csv"):
        rows = list(csv.DictReader(StringIO(file.read_text(encoding="utf-8"))))
        write(file, [dict(reversed(row.items())) for row in reversed(rows)])

    assert "35 rows agree" in compared(folder)


def test_rows_that_are_not_expected_are_said(tmp_path: Path) -> None:
    folder = made_up(tmp_path)

    change(folder / "expected_location_stats_all.csv", lambda rows: rows.pop())

    assert "computed rows are not in it" in compared(folder)


def test_it_compares_single_series_and_verdicts(tmp_path: Path) -> None:
    said = compared(SERIES)

    assert "slope interval: lower rounded" in said
    assert "verdict: warnings" in said
    case = {
        "x": [1, 2, 4],
        "mu": 2,
        "both": {"V": 1, "p": 1},
        "greater": {"V": 1, "p": 1},
        "less": {"V": 1, "p": 0},
    }
    (tmp_path / "unit_wilcoxon_one_sample.json").write_text(json.dumps({"a": case}))
    (tmp_path / "unit_novel.json").write_text("{}")
    said = red(tmp_path)
    assert "Not known, not compared: unit_novel.json." in said
    assert "Not there: unit_trend_cases.json" in said


def test_without_expected_tables_it_compares_matrices_with_single_series(tmp_path: Path) -> None:
    for name in ("litteR_input_data_per100m.csv", "litteR_input_types.csv"):
        lines = (LAKE_GENEVA / name).read_text(encoding="utf-8").splitlines(keepends=True)
        (tmp_path / name).write_text("".join(lines[:9]), encoding="utf-8")

    said = compared(tmp_path)

    assert "two ways: one-sided p" in said
    assert "No expected tables for litteR_input_data_per100m.csv" in said


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({}, "Nothing in"),
        ({"notes.csv": "a,b\n1,2\n", "empty.csv": ""}, "Nothing in"),
        ({"unit_trend_cases.json": "{"}, "unit_trend_cases.json is not JSON"),
        ({"unit_trend_cases.json": '{"a": {"x": [1]}}'}, "not laid out as expected"),
        ({"unit_trend_cases.json": "[]"}, "not laid out as expected"),
        ({"expected_outliers_a.json": "[]"}, "no data file with a type file"),
        ({"surveys.csv": "survey_id\na\n", "counts.csv": "survey_id\nb\n"}, "do not fit"),
        ({"t.csv": "type_name,included\na,x\n", "d.csv": "location_code,date,a\nA,1,1\n"}, "Invalid date"),
        ({"t.csv": "type_name,included\na,x\n", "d.csv": "location_code;date;a\nA;1;1\n"}, "Incorrect column delimiter"),
        ({"t.csv": "type_name,included\na,x\n", "d.csv": "location_code,date,a\nA,2020-01-01,1\n",
          "expected_location_stats_a.csv": "location_code\nA\n"}, "has no column type_or_group"),
    ],
)  # fmt: skip
def test_it_says_in_one_line_what_it_cannot_compare(
    tmp_path: Path, files: dict[str, str], reason: str
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    with pytest.raises(CommandError, match=reason) as caught:
        call_command("compare_with_reference", str(tmp_path))

    assert "\n" not in str(caught.value)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is no folder"):
        call_command("compare_with_reference", str(tmp_path / "nowhere"))
