"""litteR's files are read by litteR's rules, in its order."""

from datetime import date
from pathlib import Path

import pytest

from monitoring.comparison.litter_data import read_data
from monitoring.comparison.litter_files import (
    LitterSettings,
    read_settings,
    read_types,
    text_of,
)
from monitoring.comparison.litter_rules import LitterRefused, Refused, UnreadableFile, Warned

TYPES = read_types("Type_Name,Included,type_note,Sup\nBottle,x,old,x\nCap,X,,\nWax,,,x\n")
HEAD = "location_code,date,Bottle,Cap\n"


def refusal(text: str) -> Refused:
    with pytest.raises(LitterRefused) as caught:
        read_data(text, TYPES)
    return caught.value.rule


def test_types_are_known_without_regard_to_capitals() -> None:
    assert TYPES.names == ("bottle", "cap")
    assert TYPES.groups == {"TC": ("bottle", "cap"), "SUP": ("bottle",)}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "type_name"),
        ("type_name,SUP\na,x", "included"),
        ("type_name,included\na,x\nA,x", "twice"),
        ("type_name,included\na,yes", "empty or x"),
    ],
)
def test_it_refuses_a_type_file_it_cannot_use(text: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_types(text)


def test_settings_have_defaults() -> None:
    assert read_settings("") == LitterSettings()
    found = read_settings(
        "DATE_MIN: 2020-01-01\ndate_max: '2021-12-31'\npercentage_total_count: 90"
    )
    assert (found.first, found.last, found.per_cent) == (date(2020, 1, 1), date(2021, 12, 31), 90)


@pytest.mark.parametrize(
    "text",
    ["- a", "date_min: soon", "a: [", "percentage_total_count: 0", "date_min: 2022-01-01\ndate_max: 2021-01-01"],
)  # fmt: skip
def test_it_refuses_settings_it_cannot_use(text: str) -> None:
    with pytest.raises(UnreadableFile):
        read_settings(text)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "data.csv"
    file.write_bytes("海滩".encode("gb18030"))

    with pytest.raises(UnreadableFile, match=r"data\.csv"):
        text_of(file)


def test_a_byte_order_mark_blank_lines_and_order_of_columns_do_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "data.csv"
    file.write_text("﻿CAP,Date,BOTTLE,Location_Code\n\n2,2020-01-31, 1 ,A\n,,,\n", encoding="utf-8")

    data = read_data(text_of(file), TYPES)

    assert data.types == ("bottle", "cap")
    assert [(each.location, each.counts) for each in data.surveys] == [("A", (1, 2))]
    assert data.warnings == ()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("location_code;date;Bottle;Cap\nA;2020-01-01;1;2", Refused.DELIMITER),
        ("", Refused.NO_COLUMN),
        ("date,Bottle,Cap\n2020-01-01,1,2", Refused.NO_COLUMN),
        ("location_code,Bottle,Cap\nA,1,2", Refused.NO_COLUMN),
        (f"{HEAD}A,2020-02-30,1,2", Refused.BAD_DATE),
        (f"{HEAD}A,20-01-05,1,2", Refused.BAD_DATE),
        (f"{HEAD}A,,1,2", Refused.BAD_DATE),
        (f"{HEAD}A,2020-01-01,1,2\nA,31/01/2020,1,2", Refused.MIXED_DATES),
        ("location_code,date,other\nA,2020-01-01,7", Refused.NO_LITTER),
        (f"{HEAD}A,2020-01-01,1,", Refused.EMPTY_CELLS),
        (f"{HEAD}A,2020-01-01,1", Refused.EMPTY_CELLS),
        (f"{HEAD}A,2020-01-01,NA,1", Refused.EMPTY_CELLS),
        (f"{HEAD}A,2020-01-01,two,1", Refused.TEXT),
        (f'{HEAD}A,2020-01-01,"1,5",1', Refused.TEXT),
        (f"{HEAD}A,2020-01-01,1_0,inf", Refused.TEXT),
        (f"{HEAD}A,2020-01-01,-1,1", Refused.NEGATIVE),
        ("location_code,date,Bottle,bottle\nA,2020-01-01,1,1", Refused.TWICE),
        ("location_code,region_code,date,Bottle,Cap\nA,N,2020-01-01,1,1\nA,S,2020-02-01,1,1", Refused.TWO_REGIONS),
    ],
)  # fmt: skip
def test_it_refuses(text: str, rule: Refused) -> None:
    assert refusal(text) is rule


@pytest.mark.parametrize(
    ("rows", "warned", "surveys"),
    [
        ("A,2020-01-01,1,2.5", {Warned.NON_NATURAL}, 1),
        ("A,2020-01-01,0,0", {Warned.ONLY_ZEROES}, 1),
        ("A,2020-01-01,1,2\nA,2020-01-01,1.0,2", {Warned.DUPLICATED}, 1),
        ("A,2020-01-01,1,2\nA,2020-01-01,2,2", {Warned.SAME_DAY}, 2),
        ("A,01/02/2020,1,2", set(), 1),
        ("A,2020-1-5,1,2", set(), 1),
    ],
)
def test_it_warns_and_goes_on(rows: str, warned: set[Warned], surveys: int) -> None:
    data = read_data(HEAD + rows, TYPES)

    assert set(data.warnings) == warned
    assert len(data.surveys) == surveys


def test_it_leaves_out_what_the_type_file_does_not_know_and_says_what_is_missing() -> None:
    data = read_data("location_code,date,Bottle,Bottle.,Wax\nA,2020-01-01,1,2,3", TYPES)

    assert data.types == ("bottle",)
    assert set(data.warnings) == {Warned.EXCLUDED, Warned.MISSING_TYPES}


def test_columns_of_the_same_name_are_told_apart_by_their_place_and_left_out() -> None:
    data = read_data("location_code,date,Bottle,Cap,Cap\nA,2020-01-01,1,2,3", TYPES)

    assert data.types == ("bottle",)


def test_a_region_belongs_to_its_location() -> None:
    head = "region_code,location_code,date,Bottle,Cap\n"
    data = read_data(f"{head}N,A,2020-01-01,1,2\n,B,2020-01-01,1,2", TYPES)

    assert data.regions == {"A": "N"}
