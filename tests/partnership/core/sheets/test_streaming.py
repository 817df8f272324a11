"""Long tables as XLSX."""

import io

import pytest
from openpyxl import load_workbook

from partnership.core.sheets import streaming

HEADINGS = ["Name", "Number"]


def read(rows: list[list[object]], name: str = "List") -> list[tuple[object, ...]]:
    file = io.BytesIO()
    assert streaming.write(file, name, HEADINGS, rows) == len(rows)
    sheet = load_workbook(io.BytesIO(file.getvalue())).worksheets[0]
    return list(sheet.iter_rows(values_only=True))


def test_it_keeps_texts_and_numbers() -> None:
    rows: list[list[object]] = [['海洋 <b> & "quoted"', 3], ["  blanks ", None], ["", 2.5]]

    assert read(rows) == [
        ("Name", "Number"),
        ('海洋 <b> & "quoted"', 3),
        ("  blanks ", None),
        (None, 2.5),
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝"])
def test_no_text_becomes_a_formula(start: str) -> None:
    assert read([[f"{start}1+1", 1]])[1][0] == f"'{start}1+1"


def test_what_xml_cannot_hold_comes_back() -> None:
    assert read([["bell \x07", 1]])[1][0] in ("bell \x07", "bell _x0007_")


def test_a_table_may_be_empty_and_its_name_may_be_odd() -> None:
    assert read([], name="A/B: [list] of everything there ever was at all") == [("Name", "Number")]


def test_it_tells_how_far_it_is() -> None:
    told: list[int] = []

    streaming.write(io.BytesIO(), "List", HEADINGS, [["a", 1], ["b", 2]], told.append)

    assert told == [1, 2]
