"""The workbook: filled in, uploaded, every fault found at its cell, drafts made of what is right."""

import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook

from monitoring.models import SamplingUnit
from monitoring.protocols import rules
from monitoring.surveying.sheet import sheet
from monitoring.workbook.checking import check
from monitoring.workbook.columns import COUNTS, LISTS, SITES, STAMP, SURVEYS
from monitoring.workbook.errors import TooLarge, Unreadable
from monitoring.workbook.findings import Finding
from monitoring.workbook.reading import read
from monitoring.workbook.taking import CHANGED, DIFFERS, NEW, SAME, NothingInIt, Taken, take
from monitoring.workbook.template import workbook
from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.errors import DomainError
from partnership.network.roles import MemberRole
from partnership.review import actions
from partnership.review.models import Submission
from tests.factories.monitoring import (
    SamplingUnitFactory,
    SurveyFactory,
    SurveySiteFactory,
    form_list,
    survey_handed_in,
)
from tests.factories.submissions import as_posted, speaking
from tests.factories.workbooks import cell_of, filled, saved, survey

pytestmark = pytest.mark.django_db
HAN = re.compile(r"[㐀-鿿]")
FIRST_DAY = date(2025, 1, 1)


@pytest.fixture
def unit(nguyen: User) -> SamplingUnit:
    """The transect of the city Nguyen hands surveys in for, and one of another city."""
    form_list()
    SamplingUnitFactory(site__code="CN_XIA_002")
    site = SurveySiteFactory(code="CN_XIA_001", organisation=speaking(nguyen).organisation)
    return SamplingUnitFactory(site=site)


def findings_of(content: bytes, user: User, name: str = "surveys.xlsx") -> list[Finding]:
    return check(read(content, name), by=user).findings


def taken(content: bytes, user: User, **options: bool) -> list[Taken]:
    return take(check(read(content, "surveys.xlsx"), by=user), by=user, **options)


def codes(content: bytes, user: User, name: str = "surveys.csv") -> list[tuple[str, str]]:
    return [(each.cell, each.code) for each in findings_of(content, user, name)]


def upload(client: Client, content: bytes, name: str = "surveys.xlsx", **data: str) -> HttpResponse:
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("monitoring:workbook"), {"file": file, **data})  # type: ignore[return-value]


def clean(user: User) -> bytes:
    """Return two surveys: twelve bottles and no butts, and one that found nothing."""
    surveys = [
        survey("S-1", weight_kg="3.25", hours="2"),
        survey("S-2", surveyed_on="2026-06-03", nothing_found="是", is_cleaning_unknown="否"),
    ]
    return saved(filled(user, surveys, [("S-1", "J7", 12), ("S-1", "J27", "0"), ("S-1", "J175")]))


def test_the_workbook_is_made_for_its_reader(nguyen: User, unit: SamplingUnit) -> None:
    book = load_workbook(io.BytesIO(workbook(nguyen)))

    assert book.sheetnames[1:] == [SITES, SURVEYS, COUNTS, LISTS, STAMP]
    assert book[STAMP].sheet_state == "veryHidden"
    assert book[LISTS].protection.sheet
    assert book[SURVEYS].freeze_panes == "B3"
    transects = [row[0].value for row in book[SITES].iter_rows(min_row=2)]
    assert transects == ["CN_XIA_001-A"]
    heading = book[SURVEYS]["C1"].value
    assert HAN.search(heading)
    assert "Date of the survey" in heading
    assert [cell.value for cell in book[COUNTS][2]] == ["survey_code", "item_code", "count"]
    assert {cell.data_type for row in book[SURVEYS].iter_rows() for cell in row} <= {
        "s",
        "n",
        "inlineStr",
    }
    assert book[SURVEYS].data_validations.dataValidation


def test_the_workbook_as_fetched_is_refused_by_its_example(
    nguyen: User, unit: SamplingUnit
) -> None:
    found = findings_of(workbook(nguyen), nguyen)

    assert [(each.sheet, each.cell, each.code) for each in found] == [
        (SURVEYS, "A3", "M008"),
        (COUNTS, "A3", "M008"),
    ]


def test_a_clean_workbook_has_no_fault(nguyen: User, unit: SamplingUnit) -> None:
    assert findings_of(clean(nguyen), nguyen) == []


def test_its_surveys_become_drafts_as_the_form_makes_them(nguyen: User, unit: SamplingUnit) -> None:
    with override("en"):
        made = taken(clean(nguyen), nguyen)

        assert [each.what for each in made] == [NEW, NEW]
        first, second = Submission.objects.order_by("pk")
        name = f"{unit} {unit.site.name_en}"
        typed = {
            "effort": {
                "transect": name, "surveyed_on": "2026-05-03", "replicate_no": "1",
                "survey_type": "monitoring", "length_m": "100", "width_m": "30",
                "lower_size_mm": "25", "last_cleaned_on": "2020-04-01", "weight_kg": "3.25",
            },
            "counts-plastic-fc": {"J7": "12"},
            "counts-plastic-sm": {"J27": "0"},
            "team": {"leader": "A. Person", "people": "4", "hours": "2"},
        }  # fmt: skip
        posted = QueryDict(mutable=True)
        posted.update(as_posted(typed))
        assert first.answers == sheet("en").read(posted)
        assert first.of_survey.unit == unit
        assert second.answers["effort"]["nothing_found"] is True
        assert second.answers["counts-plastic-fc"] == {"J7": ""}  # blank, not zero
        assert first.title == f"{name} · 2026-05-03"
        handed_in = actions.submit(first, by=nguyen, revision=first.revision)
        assert handed_in.submitted_at


def test_uploading_again_changes_nothing(nguyen: User, unit: SamplingUnit) -> None:
    taken(clean(nguyen), nguyen)
    before = list(Submission.objects.order_by("pk").values())

    assert [each.what for each in taken(clean(nguyen), nguyen)] == [SAME, SAME]
    assert list(Submission.objects.order_by("pk").values()) == before


def test_a_draft_that_differs_is_shown_and_replaced_only_when_asked(
    nguyen: User, unit: SamplingUnit
) -> None:
    taken(clean(nguyen), nguyen)
    new = survey("S-3", surveyed_on="2026-07-03", nothing_found="是")
    other = saved(filled(nguyen, [survey("S-1"), new], [("S-1", "J7", 13)]))

    [shown] = taken(other, nguyen)

    assert shown.what == DIFFERS
    changes = {change.path: (change.before, change.after) for change in shown.changes}
    assert changes["counts-plastic-fc.J7"] == ("12", "13")
    assert changes["effort.weight_kg"] == ("3.25", "")
    assert Submission.objects.count() == 2  # nothing was written, the new one neither
    made = taken(other, nguyen, replace=True)
    assert [each.what for each in made] == [CHANGED, NEW]
    draft = Submission.objects.get(key=shown.key)
    assert draft.answers["counts-plastic-fc"]["J7"] == "13"


def test_a_file_without_surveys_says_so(nguyen: User, unit: SamplingUnit) -> None:
    with pytest.raises(NothingInIt):
        taken(saved(filled(nguyen, [], [])), nguyen)


def _seeds() -> list[tuple[dict[str, Any], str, str]]:
    """Changes of a right survey, the field at which the fault is told, its code."""
    return [
        ({"transect": None}, "transect", "M002"),
        ({"transect": "CN_XIA_001-Z"}, "transect", "M025"),
        ({"transect": "CN_XIA_002-A"}, "transect", "M026"),
        ({"surveyed_on": "2026-02-30"}, "surveyed_on", "M010"),
        ({"surveyed_on": "07/05/2026"}, "surveyed_on", "M010"),
        ({"surveyed_on": "1999-05-01", "last_cleaned_on": None, "is_cleaning_unknown": "yes"},
         "surveyed_on", "M012"),
        ({"surveyed_on": "2999-01-01"}, "surveyed_on", "M016"),
        ({"surveyed_on": None}, "surveyed_on", "M002"),
        ({"surveyed_on": "2024年5月7日"}, "surveyed_on", "M011"),
        ({"replicate_no": "0"}, "replicate_no", "M015"),
        ({"replicate_no": "x"}, "replicate_no", "M015"),
        ({"survey_type": "hobby"}, "survey_type", "M014"),
        ({"length_m": "100 m"}, "length_m", "M007"),
        ({"length_m": "12,5"}, "length_m", "M013"),
        ({"length_m": None}, "length_m", "M002"),
        ({"length_m": "-5"}, "length_m", "M015"),
        ({"length_m": 30}, "reason", "M040"),
        ({"length_m": 8}, "reason", "M042"),
        ({"width_m": "wide"}, "width_m", "M015"),
        ({"lower_size_mm": "0"}, "lower_size_mm", "M015"),
        ({"last_cleaned_on": None}, "last_cleaned_on", "M015"),
        ({"last_cleaned_on": "2026-01-01"}, "last_cleaned_on", "M015"),
        ({"last_cleaned_on": "soon"}, "last_cleaned_on", "M010"),
        ({"last_storm_on": "2026-01-01"}, "last_storm_on", "M015"),
        ({"weight_kg": "-1"}, "weight_kg", "M015"),
        ({"weight_kg": "=1+1"}, "weight_kg", "M006"),
        ({"nothing_found": "maybe"}, "nothing_found", "M014"),
        ({"nothing_found": "yes"}, "nothing_found", "M022"),
        ({"leader": None}, "leader", "M002"),
        ({"people": "0"}, "people", "M015"),
        ({"people": "four"}, "people", "M015"),
        ({"hours": "2h"}, "hours", "M007"),
    ]  # fmt: skip


def test_every_seeded_fault_is_found_at_its_cell_and_nothing_else(
    nguyen: User, unit: SamplingUnit
) -> None:
    surveys, counts, expected = [], [], set()
    for number, (changes, name, code) in enumerate(_seeds(), start=1):
        day = (FIRST_DAY + timedelta(days=number)).isoformat()
        surveys.append(survey(f"S-{number}", surveyed_on=day) | changes)
        counts.append((f"S-{number}", "J7", number))
        expected.add((SURVEYS, cell_of(name, number + 2), code))
    faulty = len(surveys)
    SurveyFactory(unit=unit, surveyed_on=date(2024, 3, 1))
    survey_handed_in(nguyen, unit, surveyed_on="2024-03-02", last_cleaned_on="2020-04-01")
    with_others = [
        (survey("S-1", surveyed_on="2024-01-01", reason="-"), "survey_code", "M024"),
        (survey("T-2", surveyed_on="2025-01-11"), "replicate_no", ""),
        (survey("T-3", surveyed_on="2025-01-11"), "replicate_no", "M051"),
        (survey("T-4", surveyed_on="2024-01-04"), "reason", "M050"),
        (survey("T-5", surveyed_on="2024-03-01"), "replicate_no", "M051"),
        (survey("T-6", surveyed_on="2024-03-02"), "survey_code", "M053"),
        (survey("T-7", surveyed_on="2024-01-07"), "nothing_found", "M021"),
        (survey("T-8", surveyed_on="2024-01-08"), "nothing_found", "M021"),
        (survey("T-9", surveyed_on="2024-01-09", nothing_found="yes", weight_kg=1),
         "weight_kg", "M015"),
        (survey("", surveyed_on="2024-01-10", nothing_found="yes"), "survey_code", "M002"),
        (survey("T-11", surveyed_on="2024-01-11"), "survey_code", "M005"),
        (survey("EXAMPLE"), "survey_code", "M008"),
    ]  # fmt: skip
    for number, (row, name, code) in enumerate(with_others, start=faulty + 3):
        surveys.append(row)
        if code:
            expected.add((SURVEYS, cell_of(name, number), code))
    hidden = faulty + 13
    counts += [("T-2", "J7", 902), ("T-3", "J7", 903), ("T-4", "J7", 902)]
    counts += [("T-5", "J7", 905), ("T-6", "J7", 906), ("T-8", "J7", 0), ("T-11", "J7", 911)]
    odd: list[tuple[tuple[Any, ...], str, str]] = [
        (("S-99", "J7", 1), "A", "M023"),
        ((None, "J7", 1), "A", "M002"),
        (("S-13", None, 1), "B", "M002"),
        (("T-3", "J999", 1), "B", "M030"),
        (("T-3", "pl_fc_", 1), "B", "M031"),
        (("S-14", "J7", 1), "B", "M032"),
        (("T-3", "J27", 2.5), "C", "M020"),
        (("S-12", "J27", -1), "C", "M020"),
        (("T-5", "J27", "two"), "C", "M020"),
        (("T-6", "J27", 100_001), "C", "M020"),
        (("T-11", "J27", "3个"), "C", "M007"),
        (("S-9", "J27", "3,5"), "C", "M013"),
        (("S-10", "J27", "=1+1"), "C", "M006"),
        (("S-11", "J27", 3), "C", "M004"),
        (("EXAMPLE", "J27", 3), "A", "M008"),
    ]
    for number, (_row, letter, code) in enumerate(odd, start=len(counts) + 3):
        expected.add((COUNTS, f"{letter}{number}", code))
    merged = len(counts) + 3 + 13
    book = filled(nguyen, surveys, [*counts, *(row for row, _letter, _code in odd)])
    book[COUNTS].merge_cells(f"C{merged}:D{merged}")
    book[SURVEYS].row_dimensions[hidden].hidden = True
    book[SURVEYS].cell(2, 30, "mystery")
    book.create_sheet("Notes")["B2"] = "do not forget"
    expected |= {(SURVEYS, "AD2", "M003"), ("Notes", "B2", "M009")}

    found = findings_of(saved(book), nguyen)

    assert {(each.sheet, each.cell, each.code) for each in found} == expected
    assert len(found) == len(expected) >= 55
    assert {each.code for each in found} <= set(rules())
    for each in found:
        assert HAN.search(each.sentences[languages.CHINESE])
        assert not HAN.search(each.sentences[languages.ENGLISH].replace(each.value, ""))
    with pytest.raises(NothingInIt):
        taken(saved(book), nguyen)
    assert Submission.objects.count() == 1  # the one handed in before


def test_two_faults_of_one_survey_are_both_told(nguyen: User, unit: SamplingUnit) -> None:
    row = survey("S-1", surveyed_on="soon", length_m=30, people=None, last_cleaned_on=None)
    book = filled(nguyen, [row], [("S-1", "J7", "x")])

    found = {each.code for each in findings_of(saved(book), nguyen)}

    assert found == {"M010", "M040", "M002", "M015", "M020"}


def test_wide_counts_full_widths_and_dates_are_read(nguyen: User, unit: SamplingUnit) -> None:
    day = date(2026, 5, 3)
    row = survey("S-1", surveyed_on=day, length_m="１００", last_cleaned_on=45000, people=4.0)
    book = filled(nguyen, [row], [])
    lines = [["survey_code", "J7 瓶 Bottle", "J27"], ["S-1", "１２", 0]]
    for number, line in enumerate(lines, start=2):
        for place, value in enumerate(line, start=1):
            book[COUNTS].cell(number, place, value)

    [made] = taken(saved(book), nguyen)

    draft = Submission.objects.get(key=made.key)
    assert draft.answers["effort"]["length_m"] == "100"
    assert draft.answers["effort"]["last_cleaned_on"] == "2023-03-15"
    assert draft.answers["counts-plastic-fc"]["J7"] == "12"
    assert draft.answers["counts-plastic-sm"]["J27"] == "0"


def test_a_column_that_is_missing_is_told_once(nguyen: User, unit: SamplingUnit) -> None:
    book = filled(nguyen, [survey("S-1"), survey("S-2", surveyed_on="2026-06-03")], [])
    book[SURVEYS].cell(2, 6, "length")
    book[COUNTS]["C2"].value = None

    found = [(each.sheet, each.cell, each.code) for each in findings_of(saved(book), nguyen)]

    assert (SURVEYS, "A1", "M001") in found
    assert (COUNTS, "A1", "M001") in found
    assert not [code for _sheet, _cell, code in found if code == "M002"]


def test_sheets_that_are_missing_are_told(nguyen: User, unit: SamplingUnit) -> None:
    book = filled(nguyen, [survey("S-1")], [])
    del book[SURVEYS]
    del book[COUNTS]

    assert {each.code for each in findings_of(saved(book), nguyen)} == {"M001"}


# --- CSV: the same verdicts as the reference software's, or stricter ones ----------------------

HEAD = "survey_code,transect,surveyed_on,length_m,last_cleaned_on,leader,people"
LINE = "S-1,CN_XIA_001-A,2026-05-03,100,2020-04-01,A. Person,4"


def csv(*counts: str, head: str = f"{HEAD},J7,J27", line: str = LINE) -> bytes:
    return "\r\n".join([head, *(f"{line},{each}" for each in counts)]).encode()


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


# --- Files that are refused whole ---------------------------------------------------------------


def test_hostile_and_foreign_files_are_refused_with_what_to_do(
    client: Client, nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(nguyen)
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
        (b"a\n" * 10_001, "surveys.csv", "Divide it"),
        (b"x" * (10 * 1024 * 1024 + 1), "surveys.csv", "Divide it"),
        (b"PK\x03\x04" + b"x" * (10 * 1024 * 1024), "surveys.xlsx", "Divide it"),
        (b"survey_code,J7\n", "surveys.csv", ""),
    ]
    with override("en"):
        for content, name, sentence in refused:
            response = upload(client, content, name)
            assert response.status_code in (200, 302)
            assert sentence in response.content.decode(), (name, sentence)
        monkeypatch.setattr("monitoring.workbook.opening.MOST_UNPACKED", 100)
        assert "Divide it" in upload(client, good).content.decode()
    assert not Submission.objects.exists()


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
    ],
)
def test_what_would_grow_when_it_is_loaded_is_refused_before(
    nguyen: User, unit: SamplingUnit, added: bytes, refusal: type[DomainError]
) -> None:
    grown = with_sheets(workbook(nguyen), lambda text: text.replace(b"</sheetData>", added))

    with pytest.raises(refusal):
        read(grown, "surveys.xlsx")


def test_texts_in_which_nothing_can_be_looked_for_are_refused(
    nguyen: User, unit: SamplingUnit
) -> None:
    wide = with_sheets(workbook(nguyen), lambda text: text.decode().encode("utf-16"))

    with pytest.raises(Unreadable):
        read(wide, "surveys.xlsx")


# --- Pages --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "“x” is not a whole number"), ("zh-hans", "“x”不是非负整数")]
)
def test_every_finding_stands_on_the_page_and_in_the_copy(
    client: Client, nguyen: User, unit: SamplingUnit, language: str, sentence: str
) -> None:
    client.force_login(nguyen)
    book = filled(nguyen, [survey("S-1", length_m=30)], [("S-1", "J7", "x")])
    book[COUNTS].merge_cells("C3:D3")
    with override(language):
        sent = upload(client, saved(book))
        page = client.get(sent["Location"]).content.decode()
        copy = client.get(f"{sent['Location']}marked.xlsx")

    assert sentence in page
    assert "C3" in page
    marked = load_workbook(io.BytesIO(copy.content))
    comment = marked[COUNTS]["C3"].comment.text
    assert "M020" in comment
    assert "“x”不是非负整数" in comment
    assert "“x” is not a whole number" in comment
    assert "M040" in marked[SURVEYS][cell_of("reason", 3)].comment.text


def test_many_findings_are_paged(client: Client, nguyen: User, unit: SamplingUnit) -> None:
    client.force_login(nguyen)
    rows = [("S-1", f"J{number}", 1) for number in range(900, 960)]
    with override("en"):
        sent = upload(client, saved(filled(nguyen, [survey("S-1")], rows)))
        first = client.get(sent["Location"]).content.decode()
        second = client.get(sent["Location"], {"page": "2"}).content.decode()

    assert "60 things to correct; nothing was stored" in first or "61 things" in first
    assert "J900" in first
    assert "J959" in second


def test_what_was_taken_in_is_listed(client: Client, nguyen: User, unit: SamplingUnit) -> None:
    client.force_login(nguyen)
    with override("en"):
        page = client.get(upload(client, clean(nguyen))["Location"]).content.decode()
        again = client.get(upload(client, clean(nguyen))["Location"]).content.decode()
        other = saved(filled(nguyen, [survey("S-1", width_m=20)], [("S-1", "J7", 12)]))
        differing = client.get(upload(client, other)["Location"]).content.decode()
        replaced = client.get(upload(client, other, replace="on")["Location"]).content.decode()
        copy = client.get(f"{upload(client, clean(nguyen))['Location']}marked.xlsx")

    assert "2 surveys are there" in page
    assert page.count("new draft") == 2
    assert again.count("there already, unchanged") == 2
    assert "1 draft differs from the file; nothing was stored" in differing
    assert "draft replaced" in replaced
    assert copy.status_code == 404


def test_a_csv_file_has_findings_and_no_copy(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    sent = upload(client, csv("1,two"), "surveys.csv")

    assert client.get(sent["Location"]).status_code == 200
    assert client.get(f"{sent['Location']}marked.xlsx").status_code == 404


def test_a_result_is_for_its_owner_and_passes(
    client: Client, nguyen: User, wang: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    sent = upload(client, clean(nguyen))
    speaking(wang, MemberRole.DRAFTER, organisation=unit.site.organisation)
    client.force_login(wang)

    assert client.get(sent["Location"]).status_code == 404
    client.force_login(nguyen)
    cache.clear()
    assert client.get(sent["Location"]).status_code == 404
    assert client.get(reverse("monitoring:upload", args=[uuid4()])).status_code == 404


def test_who_surveys_no_site_is_refused(client: Client, wang: User) -> None:
    client.force_login(wang)

    for page in ("workbook", "workbook-template"):
        assert client.get(reverse(f"monitoring:{page}")).status_code == 403


def test_the_form_of_one_survey_leads_to_the_workbook(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)

    page = client.get(reverse("review:begin", args=["survey"])).content.decode()

    assert reverse("monitoring:workbook") in page
    assert client.get(reverse("monitoring:workbook-template")).content.startswith(b"PK")
    assert (
        reverse("monitoring:workbook-template")
        in client.get(reverse("monitoring:workbook")).content.decode()
    )


def test_it_asks_as_many_questions_for_fifty_surveys_as_for_one(
    nguyen: User, unit: SamplingUnit, django_assert_num_queries: Any
) -> None:
    def content(count: int) -> bytes:
        days = [(FIRST_DAY + timedelta(days=each)).isoformat() for each in range(count)]
        surveys = [survey(f"S-{day}", surveyed_on=day, nothing_found="是") for day in days]
        return saved(filled(nguyen, surveys, []))

    for count in (1, 3, 50):
        book = read(content(count), "surveys.xlsx")
        with django_assert_num_queries(7):
            assert check(book, by=nguyen).findings == []
