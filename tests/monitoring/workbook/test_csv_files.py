"""CSV files: the same verdicts as those of the reference software, or stricter ones."""

import pytest

from monitoring.models import SamplingUnit
from partnership.accounts.models import User
from tests.factories.workbooks import (
    HEAD,
    LINE,
    csv,
    findings_of,
)

pytestmark = pytest.mark.django_db


def codes(content: bytes, user: User, name: str = "surveys.csv") -> list[tuple[str, str]]:
    return [(each.cell, each.code) for each in findings_of(content, user, name)]


def long(*counts: str, head: str = f"{HEAD},item_code,count") -> bytes:
    """Return a file with one row for each count."""
    return csv(*counts, head=head)


CASES = [
    ("as it should be", csv("1,4"), []),
    ("not recorded", csv("1,"), []),
    ("columns missing", b"J7,J27\r\n1,2", [("A1", "M001")] * 6),
    ("no such day", csv("1,2", line=LINE.replace("05-03", "02-30")), [("C2", "M010")]),
    ("day or month", csv("1,2", line=LINE.replace("2026-05-03", "01/02/2020")), [("C2", "M010")]),
    ("a text", csv("1,two"), [("I2", "M020")]),
    ("no whole number", csv("1,2.5"), [("I2", "M020")]),
    ("twice the same", csv("1,2", "1,2"), [("A3", "M024"), ("A3", "M051")]),
    ("no such item", csv("1,2,7", head=f"{HEAD},J7,J27,mystery"), [("J1", "M030")]),
    ("a group of items", csv("1,2,7", head=f"{HEAD},J7,J27,pl_fc_"), [("J1", "M031")]),
    ("an item twice", csv("1,2,7", head=f"{HEAD},J7,J27,J7"), [("J1", "M032")]),
    ("no item at all", csv("7", head=f"{HEAD},other"), [("H1", "M030"), ("A2", "M021")]),
    ("a row for each count", long("J7,1", "J27,4"), []),
    ("its survey said once", long("J7,1") + b"\r\nS-1,,,,,,,J27,4", []),
    ("nothing found", long(","),
     [("A2", "M021")]),
    ("rows that contradict", long("J7,1") + b"\r\nS-1,,2026-05-04,,,,,J27,4", [("C3", "M033")]),
    ("an item twice in rows", long("J7,1", "J7,4"), [("H3", "M032")]),
    ("no column of counts", long("J7", head=f"{HEAD},item_code"),
     [("A1", "M001"), ("A2", "M021")]),
    ("a strange column", long("J7,1,2", head=f"{HEAD},item_code,count,mystery"),
     [("J1", "M003")]),
    ("semicolons", csv("1,4").replace(b",", b";"), []),
    ("tabulators", csv("1,4").replace(b",", b"\t"), []),
    ("with a mark of UTF-8", b"\xef\xbb\xbf" + csv("1,4"), []),
    ("GB 18030", csv("1,4").decode().replace("A. Person", "张三").encode("gb18030"), []),
    ("decimal comma", csv("1;4").replace(b",", b";").replace(b";100;", b";99,5;"),
     [("D2", "M013")]),
]  # fmt: skip


def test_csv_files_are_read_as_programs_write_them(nguyen: User, unit: SamplingUnit) -> None:
    for name, content, expected in CASES:
        assert codes(content, nguyen) == expected, name
