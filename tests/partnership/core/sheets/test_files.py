"""Tables in files: what is written comes back, and nothing becomes a formula."""

import io
import time
from datetime import date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from partnership.core.sheets import files
from partnership.core.spreadsheets import FORMULA_STARTS, csv_lines
from partnership.documents.checks.refusal import Cause
from tests.partnership.documents.hostile import FILES, Hostile

STORABLE = st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufffe\uffff")
STARTS = st.sampled_from([*FORMULA_STARTS, "'", " ", "\u3000", "_x000D_", "_x005F_"])
TEXTS = st.builds(str.__add__, st.one_of(st.just(""), STARTS), st.text(STORABLE, max_size=12))
ROWS = st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=3)
TRAPS = [["＝1+1", "＋1"], ["－1", "＠名"], ["\tx", "\rx"], ["\r\n", "a\rb\nc"], ["'=1", "_x000D_"]]


def there_and_back(rows: list[list[str]], content: bytes) -> None:
    sheet = files.read(content)
    assert sheet.headings == ["one", "two"]
    assert [cells for _line, cells in sheet.rows] == [row for row in rows if any(row)]


@settings(max_examples=50)  # a workbook is slow to write
@given(ROWS)
@example(TRAPS)
def test_a_workbook_comes_back_unchanged(rows: list[list[str]]) -> None:
    there_and_back(rows, files.xlsx({"Table": [["one", "two"], *rows]}))


@given(ROWS)
@example(TRAPS)
def test_a_csv_file_comes_back_unchanged(rows: list[list[str]]) -> None:
    there_and_back(rows, "".join(csv_lines([["one", "two"], *rows])).encode())


@settings(max_examples=50)
@given(ROWS)
@example(TRAPS)
def test_no_cell_of_a_workbook_is_a_formula(rows: list[list[str]]) -> None:
    book = load_workbook(io.BytesIO(files.xlsx({"Table": [["one", "two"], *rows]})))

    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert not any(str(cell.value or "").startswith(FORMULA_STARTS) for cell in cells)


def test_a_month_that_a_program_made_a_date_of_stays_a_month() -> None:
    book = Workbook()
    book.active.append(["one", "two"])
    book.active.append([datetime(2021, 6, 1), date(2021, 6, 24)])  # noqa: DTZ001, as programs store it
    book.active["A2"].number_format = "yyyy-mm"
    book.active.append([2021, 12.5])
    content = io.BytesIO()
    book.save(content)

    rows = [cells for _line, cells in files.read(content.getvalue()).rows]

    assert rows == [["2021-06", "2021-06-24"], ["2021", "12.5"]]


def test_rows_bear_the_numbers_a_spreadsheet_program_shows() -> None:
    sheet = files.read(b"one,two,\r\n\r\na,b,\r\n")

    assert sheet == files.Sheet(["one", "two"], [(3, ["a", "b", ""])])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        "标题\r\n海滩".encode("gb18030"),
        b"PK\x03\x04 no workbook",
        b'a,"b',
        b"a\r\n" + b"b\r\n" * (files.MOST_ROWS + 1),
        b"a" * (files.MOST_BYTES + 1),
    ],
    ids=["empty", "not UTF-8", "no workbook", "no CSV", "too long", "too large"],
)
def test_what_is_no_table_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(files.SheetUnreadable):
        files.read(content)


WORKBOOKS = [
    file for file in FILES if file.name.endswith(".xlsx") and file.cause != Cause.NAME_LIES
]


@pytest.mark.parametrize("file", WORKBOOKS, ids=[file.about for file in WORKBOOKS])
def test_a_workbook_made_to_harm_is_refused_within_two_seconds(file: Hostile) -> None:
    content = file.make()
    began = time.process_time()

    with pytest.raises(files.SheetUnreadable):
        files.read(content)

    assert time.process_time() - began < 2


def test_a_sheet_of_blank_rows_is_not_read_to_its_end() -> None:
    began = time.process_time()
    sheet = files.read(b"one,two\r\na,b\r\n" + b",\r\n" * 600_000)

    assert [cells for _line, cells in sheet.rows] == [["a", "b"]]
    assert time.process_time() - began < 1
