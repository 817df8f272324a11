"""EMODnet's formats: columns in their order, examples unchanged, blank never zero."""

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from monitoring.open_data.emodnet import (
    ANIMALS,
    BEACHES,
    LITTER,
    SEAFLOOR,
    SURVEYS,
    Beach,
    BeachSurvey,
)
from monitoring.open_data.emodnet.examples import compare
from monitoring.open_data.emodnet.wide import ABOUT, surveyed

EXAMPLES = Path(__file__).parent / "emodnet_cc0"


def test_each_table_has_the_columns_of_the_format() -> None:
    sheets = (BEACHES, SURVEYS, ANIMALS, LITTER, SEAFLOOR)

    assert [len(sheet.order) for sheet in sheets] == [42, 58, 8, 7, 34]
    for sheet in sheets:
        assert set(sheet.filled) <= set(sheet.order)


def test_no_column_about_a_person_can_be_filled() -> None:
    people = ("Name", "Phone", "Mail")
    told = {
        column
        for sheet in (BEACHES, SURVEYS)
        for column in sheet.filled
        if column.startswith(("Filling", "Surveyor")) and column.endswith(people)
    }
    assert not told


def test_the_examples_come_out_unchanged() -> None:
    found = {each.file: each for each in compare(EXAMPLES)}

    assert [each for each in found.values() if each.differences] == []
    assert found["example2_output_litter.csv"].rows == 66
    assert found["example2_output_litter.csv"].is_made_from_input
    assert not found["seafloor_example_output.tsv"].is_made_from_input


def test_the_command_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("compare_emodnet_examples", str(EXAMPLES))

    assert "6 files, 0 differences" in capsys.readouterr().out


def test_the_command_fails_on_one_other_number(tmp_path: Path) -> None:
    folder = shutil.copytree(EXAMPLES, tmp_path / "examples")
    litter = folder / "example2_output_litter.csv"
    litter.write_text(litter.read_text("utf-8").replace(",22,", ",23,", 1), "utf-8")

    with pytest.raises(CommandError, match="2 lines differ"):
        call_command("compare_emodnet_examples", str(folder))


def test_the_command_fails_on_another_order_of_columns(tmp_path: Path) -> None:
    (tmp_path / "x_output_animals.csv").write_text(",".join(reversed(ANIMALS.order)), "utf-8")

    with pytest.raises(CommandError, match="1 lines differ"):
        call_command("compare_emodnet_examples", str(tmp_path))


def test_the_command_fails_where_nothing_is_compared(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no examples"):
        call_command("compare_emodnet_examples", str(tmp_path))


def test_an_empty_cell_is_no_zero_and_no_row() -> None:
    row = dict.fromkeys(ABOUT, "") | {"Survey date": "2026-05-03", "G1": "0", "G3": "", "G4": "2"}

    found = surveyed([row], {"G1": "Yokes", "G3": "Bags", "G4": "Small bags"})

    assert [(each.code, each.number) for each in found.litter] == [("G1", 0), ("G4", 2)]
    assert found.surveys[0].start_latitude is None


def test_a_row_is_written_with_iso_dates_wgs_84_and_true_minus() -> None:
    beach = Beach(
        code="B", name="=1+1", country="CN", latitude=Decimal("-2.5"), longitude=Decimal(118)
    )
    survey = BeachSurvey(
        beach="B", code="S", survey_type="Monitoring", surveyed_on=date(2026, 5, 3)
    )

    [_head, beach_line] = BEACHES.lines([beach])
    [_head, survey_line] = SURVEYS.lines([survey])

    assert ",-2.5,118,4326," in beach_line
    assert beach_line.startswith("B,'=1+1,CN,")
    assert survey_line.startswith("B,S,Monitoring,,2026-05-03,")
    assert ",4326,,,," in survey_line
