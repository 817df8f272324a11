"""Files that are refused whole, with what to do instead."""

import io
import re
from collections.abc import Callable
from datetime import date, datetime, time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from monitoring.models import SamplingUnit
from monitoring.workbook.columns import COUNTS, STAMP, SURVEYS
from monitoring.workbook.errors import TooLarge, Unreadable
from monitoring.workbook.opening import MOST_BYTES, MOST_ROWS
from monitoring.workbook.plain_books import is_plain
from partnership.accounts.models import User
from partnership.core.errors import DomainError
from tests.factories.workbooks import book_of, clean, fetched, saved

pytestmark = pytest.mark.django_db


def test_hostile_and_foreign_files_are_refused_with_what_to_do(
    nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = clean(nguyen)
    other = load_workbook(io.BytesIO(good))
    other[STAMP]["A1"] = "beach-survey/0/eu-joint/2021"
    foreign = load_workbook(io.BytesIO(good))
    del foreign[STAMP]
    vast = load_workbook(io.BytesIO(good))
    vast[SURVEYS].cell(1_048_576, 16_384, "here")
    with_macros = io.BytesIO(good)
    with ZipFile(with_macros, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"x")
    refused = [
        (good, "surveys.xlsm", "contains macros"),
        (with_macros.getvalue(), "surveys.xlsx", "contains macros"),
        (b"\xd0\xcf\x11\xe0" + b"0" * 100, "surveys.xlsx", "protected by a password"),
        (good[: len(good) // 2], "surveys.xlsx", "may be cut short"),
        (b"not a workbook", "surveys.xlsx", "may be cut short"),
        (with_sheets(good, lambda _text: b"<broken"), "surveys.xlsx", "may be cut short"),
        (saved(other), "surveys.xlsx", "another version of it"),
        (saved(foreign), "surveys.xlsx", "another version of it"),
        (saved(vast), "surveys.xlsx", "Divide it"),
        (b"a\x00b", "surveys.csv", "may be cut short"),
        (b'"a\nb', "surveys.csv", "may be cut short"),
        (b"a,\xff\xff", "surveys.csv", "CSV UTF-8"),
        (b"a\n" * (MOST_ROWS + 1), "surveys.csv", "Divide it"),
        (b"x" * (MOST_BYTES + 1), "surveys.csv", "Divide it"),
        (b"PK\x03\x04" + b"x" * MOST_BYTES, "surveys.xlsx", "Divide it"),
    ]
    with override("en"):
        for content, name, sentence in refused:
            with pytest.raises(DomainError) as refusal:
                book_of(content, name)
            assert sentence in str(refusal.value), (name, sentence)
            with override("zh-hans"):
                assert re.search("[㐀-鿿]{4}", str(refusal.value)), name
        monkeypatch.setattr("monitoring.workbook.opening.MOST_UNPACKED", 100)
        with pytest.raises(TooLarge):
            book_of(good, "surveys.xlsx")


def with_sheets(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return the workbook with the XML of its sheets changed."""
    changed = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as packed, ZipFile(changed, "w", ZIP_DEFLATED) as out:
        for part in packed.infolist():
            is_sheet = part.filename.startswith("xl/worksheets/sheet")
            text = packed.read(part)
            out.writestr(part.filename, change(text) if is_sheet else text)
    return changed.getvalue()


@pytest.mark.parametrize(
    ("added", "refusal"),
    [
        (b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', TooLarge),
        (b"<hyperlinks><hyperlink ref='$A$1:$XFD$1048576'/></hyperlinks>", TooLarge),
        (b'<mergeCells><mergeCell ref="&#65;1:XFD1048576"/></mergeCells>', Unreadable),
        (b'<mergeCells><mergeCell ref="A:XFD"/></mergeCells>', Unreadable),
        (b"<row>" + b"<c/>" * 400_001 + b"</row>", TooLarge),
        (b"<row>" + b"<a-b:c/>" * 400_001 + b"</row>", TooLarge),
    ],
)
def test_what_would_grow_when_it_is_loaded_is_refused_before(
    nguyen: User, unit: SamplingUnit, added: bytes, refusal: type[DomainError]
) -> None:
    grown = with_sheets(fetched(nguyen), lambda text: text.replace(b"</sheetData>", added))

    with pytest.raises(refusal):
        book_of(grown, "surveys.xlsx")


def test_texts_in_which_nothing_can_be_looked_for_are_refused(
    nguyen: User, unit: SamplingUnit
) -> None:
    wide = with_sheets(fetched(nguyen), lambda text: text.decode().encode("utf-16"))

    with pytest.raises(Unreadable):
        book_of(wide, "surveys.xlsx")


@pytest.mark.parametrize(
    "added",
    [
        b'<row r="9"><c r="ZZZ9"><v>1</v></c></row>',
        b'<row r="9"><c  r="XFD9"><v>1</v></c></row>',
        b'<row r="9"><c><v>1</v></c></row>',
        b'<row r="1000000"><c r="A1000000"><v>1</v></c></row>',
        b'<row r="60000"><c r="BA60000"><v>1</v></c></row>',
        b'<row r="9" hidden="1"><c r="A9"><v>1</v></c></row>',
        b'<row r="9"><c r="A9"><f>1+1</f></c></row>',
        b'<row r="9"><c r="A9" t="e"><v>#N/A</v></c></row>',
        b'<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    ],
)
def test_the_fast_reader_is_given_nothing_it_does_not_understand(
    nguyen: User, unit: SamplingUnit, added: bytes
) -> None:
    good = fetched(nguyen)
    odd = with_sheets(good, lambda text: text.replace(b"</sheetData>", added + b"</sheetData>"))

    assert is_plain(ZipFile(io.BytesIO(good)))
    assert not is_plain(ZipFile(io.BytesIO(odd)))


def test_both_readers_read_the_same(
    nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = load_workbook(io.BytesIO(clean(nguyen)))
    at_ten = datetime(2026, 5, 3, 10)  # noqa: DTZ001 - spreadsheets know no zones
    values = [date(2026, 5, 3), at_ten, 3, 2.5, True, " x ", "#N/A", time(3)]
    for place, value in enumerate([*values, "１２"], start=1):
        book[COUNTS].cell(9, place % 3 + 1, None)
        book[COUNTS].cell(9 + place, 2, value)
    content = saved(book)
    fast = book_of(content, "surveys.xlsx")
    monkeypatch.setattr("monitoring.workbook.opening.is_plain", lambda _packed: False)

    assert book_of(content, "surveys.xlsx") == fast
    assert len(fast.counts.rows) == 12
