"""An organisation's own spreadsheets: which column is which is said once and kept."""

import csv as csv_module
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from openpyxl import Workbook, load_workbook

from monitoring.actions.mappings import forget_columns
from monitoring.choices import UploadState
from monitoring.models import ColumnMapping, SamplingUnit, Upload
from monitoring.tasks import read_uploads
from monitoring.workbook.opening import own_sheet
from monitoring.workbook.own_columns import foreign_headings, signature_of
from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.review.models import Submission
from tests.factories.network import OrganisationFactory
from tests.factories.workbooks import book_of, clean, csv, saved, uploaded

pytestmark = pytest.mark.django_db
HEADINGS = "断面,哪天,多长,清扫,队长,Drink bottle,Butts,天气"
OLD = (
    f"海滩调查,,,,,,,\r\n{HEADINGS}\r\n"
    "CN_XIA_001-A,2026-05-03,100,2020-04-01,A. Person,12,3,sunny\r\n"
    ",,,,,,,\r\n"
    "CN_XIA_001-A,2026-06-03,100,2020-04-01,A. Person,,4\r\n"
).encode()
SAID = {
    "column-0": "transect",
    "column-1": "Date of the survey",
    "column-2": "Length surveyed (m)",
    "column-3": "last_cleaned_on",
    "column-4": "leader",
    "column-5": "J7",
    "column-6": "j27",
    "column-7": "",
}


def spreadsheet(*added: list[object]) -> bytes:
    """Return the same as XLSX as cities keep it: a title across all columns, a sum nobody asked for,
    a hidden column of the weather."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in csv_module.reader(io.StringIO(OLD.decode())):
        sheet.append(row)
    for row in added:
        sheet.append(row)
    sheet.merge_cells("A1:H1")
    sheet["J3"] = "=SUM(F3:G3)"
    sheet.column_dimensions["H"].hidden = True
    return saved(book)


def test_headings_are_foreign_when_none_is_ours(nguyen: User, unit: SamplingUnit) -> None:
    assert foreign_headings(OLD) == HEADINGS.split(",")
    assert foreign_headings(csv("1,4")) == []
    assert foreign_headings("调查编号;断面\r\n".encode()) == []
    assert foreign_headings(clean(nguyen)) == []
    assert foreign_headings(spreadsheet()) == HEADINGS.split(",")
    assert foreign_headings(saved(Workbook())) == []
    assert foreign_headings(b"PK\x03\x04 cut short") == []
    assert foreign_headings(b"one\r\ntwo\r\n") == []
    assert signature_of(["A", "b"]) == signature_of(["a", "B"]) != signature_of(["A"])


def test_each_row_is_a_survey_where_no_column_holds_its_code(
    nguyen: User, unit: SamplingUnit
) -> None:
    columns = {"断面": "transect", "Butts": "J27", "天气": ""}
    book = book_of(OLD, "old.csv", columns)

    assert [row.text("survey_code") for row in book.surveys.rows] == ["R3", "R5"]
    assert [row.number for row in book.surveys.rows] == [3, 5]
    assert book.surveys.rows[0].cells["transect"].at == "A3"
    with_code = book_of(OLD, "old.csv", {**columns, "哪天": "survey_code"})
    assert [row.text("survey_code") for row in with_code.surveys.rows] == [
        "2026-05-03",
        "2026-06-03",
    ]
    assert book_of(b"one\r\ntwo\r\n", "old.csv", columns).surveys.rows == []


def test_our_workbook_is_never_taken_for_somebodys_own(nguyen: User, unit: SamplingUnit) -> None:
    renamed = load_workbook(io.BytesIO(clean(nguyen)))
    del renamed["_template"]

    assert own_sheet(clean(nguyen)) is None
    assert own_sheet(saved(renamed)) is None


def test_what_is_odd_beside_the_chosen_columns_is_none_of_ours(
    nguyen: User, unit: SamplingUnit
) -> None:
    columns = {
        "断面": "transect", "哪天": "surveyed_on", "多长": "length_m", "Butts": "J27",
    }  # fmt: skip
    formula = ["CN_XIA_001-A", "2026-07-03", "=50+50", "2020-04-01", "A. Person", 1, 2]
    book = load_workbook(io.BytesIO(spreadsheet(formula)))
    sheet = book.worksheets[0]
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["G"].hidden = True

    found = book_of(saved(book), "old.xlsx", columns)

    assert found.is_one_table
    assert [row.text("J27") or row.text("item:6") for row in found.surveys.rows] == ["3", "4", "2"]
    assert {(each.at, each.code) for each in found.oddities} == {
        ("C6", "M006"), ("A5", "M005"), ("G1", "M017"),
    }  # fmt: skip


def test_a_spreadsheet_of_ones_own_is_asked_about_marked_and_taken_in(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    with override("en"):
        address = uploaded(client, spreadsheet(), "old.xlsx")
        asked = client.get(address).content.decode()
        client.post(address, {"deed": "answer", **SAID})
        read_uploads()
        faulty = client.get(address).content.decode()
        copy = client.get(f"{address}marked.xlsx").content
        drafts = uploaded(client, complete(), "new.xlsx")
        client.post(drafts, {"deed": "answer", **SAID, "column-7": "people"})
        read_uploads()

    assert "Say what each one holds" in asked
    assert "M001" in faulty, "nobody said how many people there were"
    assert load_workbook(io.BytesIO(copy)).worksheets[0]["A1"].comment
    first, second = Submission.objects.order_by("pk")
    assert first.answers["counts-plastic-fc"]["J7"] == "12"
    assert second.answers["effort"]["surveyed_on"] == "2026-06-03"


def complete() -> bytes:
    """Return the same with how many people there were in the last column."""
    book = load_workbook(io.BytesIO(spreadsheet()))
    sheet = book.worksheets[0]
    sheet["H2"] = "人数"
    sheet["H3"] = sheet["H5"] = 4
    sheet["J3"] = None
    sheet.column_dimensions["H"].hidden = False
    return saved(book)


def test_the_page_asks_once_and_the_next_file_is_read_at_once(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    old = OLD.replace(b"A. Person", b"A. Person").replace("队长,".encode(), "队长,人数,".encode())
    old = old.replace(b"A. Person,", b"A. Person,4,")
    said = {
        **SAID, "column-5": "people", "column-6": "J7", "column-7": "J27", "column-8": "",
    }  # fmt: skip
    with override("en"):
        address = uploaded(client, old, "old.csv")
        asked = client.get(address).content.decode()
        client.post(address, {"deed": "answer", **said})
        read_uploads()
        again = uploaded(client, old, "old.csv")
        page = client.get(again).content.decode()
        anew = client.get(uploaded(client, old, "old.csv", anew="on")).content.decode()

    assert 'value="J7"' in asked  # guessed by the name of the item
    assert "Say what each one holds" in asked
    first, second = Submission.objects.order_by("pk")
    assert first.answers["counts-plastic-fc"]["J7"] == "12"
    assert second.answers["counts-plastic-fc"]["J7"] == ""
    assert second.answers["effort"]["surveyed_on"] == "2026-06-03"
    assert page.count("there already, unchanged") == 2
    assert "Say what each one holds" in anew
    assert ColumnMapping.objects.get().organisation == unit.site.organisation


def test_what_was_said_has_a_page_and_is_forgotten_there(
    client: Client, nguyen: User, wang: User, unit: SamplingUnit
) -> None:
    said = {"日期": "surveyed_on", "烟蒂": "J27", "备注": ""}
    own = ColumnMapping.objects.create(organisation=unit.site.organisation, columns=said)
    others = ColumnMapping.objects.create(organisation=OrganisationFactory(), signature="x")
    with override("en"):
        address, forget = (
            reverse("monitoring:columns"),
            reverse("monitoring:columns-forget", args=[own.pk]),
        )
        client.force_login(nguyen)
        shown = client.get(address).content.decode()
        foreign = client.post(reverse("monitoring:columns-forget", args=[others.pk]))
        done = client.post(forget, follow=True).content.decode()
        client.force_login(wang)
        refused = client.get(address)

    for words in ("Date of the survey", "J27", "left out", "烟蒂"):
        assert words in shown
    assert (foreign.status_code, refused.status_code) == (404, 403)
    assert "is asked about" in done
    assert "Nothing was said of spreadsheets" in done
    assert list(ColumnMapping.objects.all()) == [others]
    assert AuditEvent.objects.filter(verb="deleted", actor_id=str(nguyen.pk)).exists()
    with pytest.raises(NotAllowed):
        forget_columns(others, by=wang)


def test_the_page_of_columns_asks_the_same_for_fifty_as_for_one(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    asked = set()
    for count in (1, 2, 47):
        there = ColumnMapping.objects.count()
        ColumnMapping.objects.bulk_create(
            ColumnMapping(organisation=unit.site.organisation, signature=str(there + number))
            for number in range(count)
        )
        client.get(reverse("monitoring:columns"))
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("monitoring:columns"))
        asked.add(len(queries))

    assert len(asked) == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"column-7": "weather"}, "Choose a column of the list"),
        ({"column-7": "J7"}, "Another column is this one already"),
        (dict.fromkeys(SAID, ""), "Say of at least one column"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_and_kept(
    client: Client, nguyen: User, unit: SamplingUnit, changes: dict[str, str], sentence: str
) -> None:
    client.force_login(nguyen)
    with override("en"):
        address = uploaded(client, OLD, "old.csv")
        page = client.post(address, {"deed": "answer", **SAID, **changes}).content.decode()

    assert sentence in page
    assert Upload.objects.get().state == UploadState.ASKS
    assert not ColumnMapping.objects.exists()
