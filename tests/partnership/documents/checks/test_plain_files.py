"""Ordinary documents and tables get in as they were sent."""

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnership.documents.checks.__main__ import examine
from partnership.documents.checks.kinds import LARGEST_TO_READ, SHEETS, TEST_VIRUS, Kind
from partnership.documents.checks.refusal import Cause
from partnership.documents.checks.tables import acts
from tests.factories.files import CSV, archive, docx, geojson, jpeg, pdf, png, webp, xlsx


def workbook() -> bytes:
    """A real workbook, written by a real library."""
    book, stream = openpyxl.Workbook(), io.BytesIO()
    for number in range(200):
        book.active.append([f"点位{number}", number, number / 7])
    book.save(stream)
    return stream.getvalue()


PLAIN = [
    (Kind.JPEG, "photo.JPG", jpeg()),
    (Kind.PNG, "drawing.png", png()),
    (Kind.WEBP, "photo.webp", webp()),
    (Kind.PDF, "报告.pdf", pdf()),
    (Kind.XLSX, "数据.xlsx", workbook()),
    (Kind.DOCX, "letter.docx", docx()),
    (Kind.CSV, "data.csv", CSV),
    (Kind.CSV, "data.csv", b"\xef\xbb\xbf" + CSV),
    (Kind.CSV, "data.csv", CSV.decode().encode("gb18030")),
    (Kind.CSV, "data.txt", b"a;b\n1;-2,5\n"),
    (Kind.GEOJSON, "beach.geojson", geojson()),
    (Kind.CSV, "without ending", CSV),
]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(("kind", "name", "content"), PLAIN)
def test_it_takes_what_people_work_with(
    kind: Kind, name: str, content: bytes, tmp_path: Path, out: Path
) -> None:
    path = tmp_path / "sent"
    path.write_bytes(content)
    answer = examine(path, name, out)

    assert answer["kind"] == kind, answer
    kept = out / answer["facts"]["names"][0]
    assert kept.is_file()
    if kind not in {Kind.JPEG, Kind.PNG, Kind.WEBP}:
        assert kept.read_bytes() == content


def test_every_kind_has_a_plain_file() -> None:
    assert {kind for kind, _name, _content in PLAIN} == set(Kind) == set(SHEETS)


@pytest.mark.parametrize(
    "cell", ["-3.5", "+12 %", "-", "1,000.5", "-1e5", "–", "- none", "+86-010"]
)
def test_numbers_and_dashes_are_no_formulas(cell: str) -> None:
    assert not acts(cell)


@pytest.mark.parametrize("cell", ["=1", "@a", "＝1", "-1+cmd|x", "+SUM(A1)", "－SUM（A1）"])
def test_formulas_are_formulas(cell: str) -> None:
    assert acts(cell)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=2000),
    start=st.sampled_from(
        [b"", b"%PDF-1.7\n", b"{", b"a,b\n", b"PK\x03\x04", b"\xff\xd8\xff", b"RIFF0000WEBP"]
    ),
    name=st.sampled_from(["a.jpg", "a.pdf", "a.csv", "a.xlsx", "a"]),
)
def test_it_answers_whatever_is_sent(
    tmp_path: Path, out: Path, content: bytes, start: bytes, name: str
) -> None:
    path = tmp_path / "sent"
    path.write_bytes(start + content)
    answer = examine(path, name, out)

    assert ("refused" in answer) != ("facts" in answer)


LARGE = (b"x" * 70 + b",1\n") * 90_000  # more than a table that is kept may have
READ = [
    ("a.csv", "编号,说明\n1,=SUM(A1)\n2,\u200b\x07\n".encode()),  # its reader names the cell
    ("one-column.csv", "名称\n厦门\n".encode("gb18030")),
    ("large.csv", LARGE),
    ("a.xlsx", workbook()),
]
NOT_READ = [
    ("a.csv", TEST_VIRUS, Cause.VIRUS),
    ("a.csv", b"MZ\x90\x00,1\n", Cause.PROGRAM),
    ("a.csv", b"a,\xff\xff", Cause.ENCODING),
    ("a.csv", b"x" * 100_001, Cause.NO_TABLE),
    ("a.csv", b"1\n" * 100_001, Cause.TABLE_TOO_LARGE),
    ("a.csv", b"1" * (LARGEST_TO_READ + 1), Cause.TOO_LARGE),
    ("a.xlsx", xlsx(xl___vbaProject__bin=b"x"), Cause.ACTIVE_CONTENT),
    ("a.xlsx", archive({"a.txt": "x"}), Cause.ARCHIVE),
]


@pytest.mark.parametrize(("name", "content"), READ)
def test_a_table_that_is_only_read_is_left_to_its_reader(
    tmp_path: Path, out: Path, name: str, content: bytes
) -> None:
    path = tmp_path / "sent"
    path.write_bytes(content)

    assert "refused" not in examine(path, name, out, only_read=True)


@pytest.mark.parametrize(("name", "content", "cause"), NOT_READ)
def test_a_table_that_is_only_read_is_bounded_all_the_same(
    tmp_path: Path, out: Path, name: str, content: bytes, cause: Cause
) -> None:
    path = tmp_path / "sent"
    path.write_bytes(content)

    assert examine(path, name, out, only_read=True)["refused"] == cause


def test_what_is_kept_is_judged_by_the_stricter_rule(tmp_path: Path, out: Path) -> None:
    path = tmp_path / "sent"
    path.write_bytes(LARGE)

    assert len(LARGE) > SHEETS[Kind.CSV].largest
    assert examine(path, "large.csv", out)["refused"] == Cause.TOO_LARGE
