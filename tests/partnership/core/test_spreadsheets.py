"""Cells that no spreadsheet program takes for a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.core.spreadsheets import FORMULA_STARTS, csv_lines, plain_cell, safe_cell

STARTS = st.text(alphabet=[*FORMULA_STARTS, "'", " ", "\u3000", "a"], max_size=6)


@pytest.mark.parametrize("start", FORMULA_STARTS)
@pytest.mark.parametrize("before", ["", " ", "\u3000"])
def test_it_makes_text_of_what_would_be_a_formula(start: str, before: str) -> None:
    assert safe_cell(f"{before}{start}1+1") == f"'{before}{start}1+1"


@pytest.mark.parametrize("value", ["海滩", "a=b", "", 12, -3.5, None, "'quoted'"])
def test_it_leaves_everything_else_alone(value: object) -> None:
    assert safe_cell(value) == value


@given(st.one_of(st.text(), STARTS))
def test_what_is_exported_comes_back_unchanged(value: str) -> None:
    assert plain_cell(safe_cell(value)) == value


@given(st.one_of(st.text(), STARTS))
def test_no_cell_begins_like_a_formula(value: str) -> None:
    assert not str(safe_cell(value)).startswith(FORMULA_STARTS)


def test_a_csv_file_says_that_it_is_utf_8() -> None:
    assert "".join(csv_lines([["名称", "=1"]])) == "\ufeff名称,'=1\r\n"
