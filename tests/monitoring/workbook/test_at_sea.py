"""The workbooks of litter at sea: one for each method, by the same way as that of beaches."""

import io
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook

from monitoring.choices import SeaMethod, UploadState, WorkbookKind
from monitoring.models import ColumnMapping, SamplingUnit, SeaSurvey, Upload
from monitoring.protocols import protocols
from monitoring.sea.sheet import sheet
from monitoring.workbook.checking import check
from monitoring.workbook.columns import COUNTS, LISTS, SITES, STAMP, SURVEYS
from monitoring.workbook.taking import DIFFERS, NEW, SAME, take
from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.errors import NotAllowed
from partnership.network.models import Membership
from partnership.reference.models import LitterItem, Place
from partnership.review import actions, subjects
from partnership.review.models import Submission
from tests.factories.monitoring import SeaSurveyFactory, SurveySiteFactory, sea_answers
from tests.factories.submissions import as_posted, speaking
from tests.factories.workbooks import (
    LETTERS,
    at_sea,
    book_of,
    cell_of,
    clean,
    fetched,
    filled,
    findings_of,
    saved,
    taken,
    uploaded,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unit")]
HAN = re.compile(r"[㐀-鿿]")
AT_SEA = [WorkbookKind(method.value) for method in SeaMethod]
VISUAL, TRAWL, SEABED = AT_SEA
FIRST_DAY = date(2025, 1, 1)
UNWEIGHED: dict[WorkbookKind, dict[str, None]] = {
    VISUAL: {}, TRAWL: {"weight_kg": None}, SEABED: {"weight_kg": None},
}  # fmt: skip


def full(user: User, kind: WorkbookKind) -> bytes:
    """Return a workbook with five bottles, no butts and cans not recorded, and one with nothing found."""
    surveys = [
        at_sea(kind, "S-1", hours="2"),
        at_sea(kind, "S-2", surveyed_on="2026-06-03", nothing_found="是", **UNWEIGHED[kind]),
    ]
    counts = [("S-1", "J7", 5), ("S-1", "J27", "0"), ("S-1", "J175")]
    return saved(filled(user, surveys, counts, kind))


# --- The empty workbook --------------------------------------------------------------------------


@pytest.mark.parametrize("kind", AT_SEA)
def test_each_method_has_a_workbook_of_what_its_protocol_asks(
    nguyen: User, kind: WorkbookKind
) -> None:
    book = load_workbook(io.BytesIO(fetched(nguyen, kind)))

    assert book[STAMP]["A1"].value.startswith(f"{kind}/1/eu-joint/")
    assert [row[0].value for row in book[SITES].iter_rows(min_row=2)] == ["CN_XIA_001"]
    names = [cell.value for cell in book[SURVEYS][2]]
    headings = dict(zip(names, (cell.value for cell in book[SURVEYS][1]), strict=True))
    asked = {"floating-visual": "strip_width_m", "floating-trawl": "net_width_m"}
    width = next(
        field for field in protocols()[kind].fields if field.key == asked.get(kind, "wing_spread_m")
    )
    for label in width.labels.values():
        assert f"{label} (m)" in headings["width_m"]
    assert all(HAN.search(heading) for heading in headings.values())
    assert ("mesh_um" in names, "gear" in names) == (kind == TRAWL, kind == SEABED)
    assert ("size_class" in names) == (kind != SEABED)
    lists = {cell.value for cell in book[LISTS][1]}
    assert {"Type of survey", "Yes or no"} <= lists
    assert ("Gear" in lists) == (kind == SEABED)
    texts = {cell.data_type for row in book[SURVEYS].iter_rows() for cell in row}
    assert texts <= {"s", "n", "inlineStr"}  # nothing that a program would compute


@pytest.mark.parametrize("kind", AT_SEA)
def test_it_is_refused_as_long_as_its_example_stands_in_it(
    nguyen: User, kind: WorkbookKind
) -> None:
    found = findings_of(fetched(nguyen, kind), nguyen)

    assert [(each.sheet, each.cell, each.code) for each in found] == [
        (SURVEYS, "A3", "M008"),
        (COUNTS, "A3", "M008"),
    ]


@pytest.mark.parametrize("kind", AT_SEA)
def test_the_example_would_be_right_if_it_were_no_example(nguyen: User, kind: WorkbookKind) -> None:
    book = load_workbook(io.BytesIO(fetched(nguyen, kind)))
    book[SURVEYS]["A3"] = book[COUNTS]["A3"] = "S-1"
    book[SURVEYS].cell(3, LETTERS[kind]["leader"], "A. Person")

    assert findings_of(saved(book), nguyen) == []


# --- Drafts --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", AT_SEA)
def test_its_surveys_become_drafts_as_the_form_makes_them(
    nguyen: User, unit: SamplingUnit, kind: WorkbookKind
) -> None:
    with override("en"):
        assert [each.what for each in taken(full(nguyen, kind), nguyen)] == [NEW, NEW]

        first, second = Submission.objects.order_by("pk")
        answers = sea_answers(kind, site=f"CN_XIA_001 {unit.site.name_en}")
        posted = QueryDict(mutable=True)
        posted.update(as_posted(answers))
        assert first.answers == sheet(SeaMethod(kind), "en").read(posted)
        assert (first.subject, first.of_sea.site) == (kind, unit.site)
        assert first.title == f"CN_XIA_001 {unit.site.name_en} · 2026-05-03"
        assert second.answers["effort"]["nothing_found"] is True
        assert second.answers["counts-plastic-fc"] == {"J7": ""}  # blank, not zero
        for draft in (first, second):
            assert actions.submit(draft, by=nguyen, revision=draft.revision).submitted_at


def test_uploading_again_changes_nothing_and_shows_what_differs(nguyen: User) -> None:
    taken(full(nguyen, TRAWL), nguyen)
    other = filled(nguyen, [at_sea(TRAWL, "S-1", mesh_um=500)], [("S-1", "J7", 6)], TRAWL)

    assert [each.what for each in taken(full(nguyen, TRAWL), nguyen)] == [SAME, SAME]
    [shown] = taken(saved(other), nguyen)
    assert shown.what == DIFFERS
    changes = {change.path: (change.before, change.after) for change in shown.changes}
    assert changes["effort.mesh_um"] == ("330", "500")
    assert changes["counts-plastic-fc.J7"] == ("5", "6")
    assert "effort.site" not in changes


def test_methods_of_one_day_are_surveys_of_their_own(nguyen: User) -> None:
    for kind in AT_SEA:
        assert [each.what for each in taken(full(nguyen, kind), nguyen)] == [NEW, NEW]
    assert Submission.objects.count() == 6


def test_who_may_no_longer_write_for_the_city_has_nothing_stored(
    nguyen: User, unit: SamplingUnit
) -> None:
    checked = check(book_of(full(nguyen, SEABED)), by=nguyen)
    site = unit.site
    site.organisation = SurveySiteFactory(organisation=speaking(nguyen).organisation).organisation
    Membership.objects.filter(organisation=unit.site.organisation).delete()
    site.save()

    with pytest.raises(NotAllowed):
        take(checked, by=nguyen)
    assert not Submission.objects.exists()


# --- Faults --------------------------------------------------------------------------------------


def _seeds(kind: WorkbookKind) -> list[tuple[dict[str, Any], str, str]]:
    """Changes of a right survey, the field at which the fault is told, its code."""
    common: list[tuple[dict[str, Any], str, str]] = [
        ({"site": None}, "site", "M002"),
        ({"site": "CN_XIA_001-A"}, "site", "M027"),
        ({"site": "CN_XIA_002"}, "site", "M028"),
        ({"surveyed_on": "2026-02-30"}, "surveyed_on", "M010"),
        ({"surveyed_on": "2999-01-01"}, "surveyed_on", "M016"),
        ({"surveyed_on": None}, "surveyed_on", "M002"),
        ({"replicate_no": "0"}, "replicate_no", "M015"),
        ({"survey_type": "hobby"}, "survey_type", "M014"),
        ({"length_m": None}, "length_m", "M052"),
        ({"length_m": "2 km"}, "length_m", "M007"),
        ({"length_m": "0"}, "length_m", "M015"),
        ({"width_m": None}, "width_m", "M052"),
        ({"width_m": "0,6"}, "width_m", "M013"),
        ({"width_m": "0.615"}, "width_m", "M015"),
        ({"nothing_found": "yes", **UNWEIGHED[kind]}, "nothing_found", "M022"),
        ({"start_latitude": "24.4"}, "start_longitude", "M015"),
        ({"end_longitude": "118.1"}, "end_latitude", "M015"),
        ({"start_latitude": "118.11", "start_longitude": "24.43"}, "start_latitude", "M015"),
        ({"start_latitude": "0", "start_longitude": "0"}, "start_latitude", "M015"),
        ({"start_latitude": "north", "start_longitude": "118.1"}, "start_latitude", "M015"),
        ({"start_latitude": "10.34", "start_longitude": "107.08"}, "reason", "M080"),
        ({"leader": None}, "leader", "M002"),
        ({"people": "0"}, "people", "M015"),
        ({"hours": "2h"}, "hours", "M007"),
    ]
    own: dict[WorkbookKind, list[tuple[dict[str, Any], str, str]]] = {
        VISUAL: [
            ({"size_class": "小块"}, "size_class", "M014"),
            ({"size_class": None}, "size_class", "M002"),
            ({"sea_state": "10"}, "sea_state", "M015"),
            ({"observer_height_m": "high"}, "observer_height_m", "M015"),
        ],
        TRAWL: [
            ({"mesh_um": None}, "mesh_um", "M060"),
            ({"mesh_um": "0"}, "mesh_um", "M015"),
            ({"size_class": "large"}, "size_class", "M014"),
            ({"weight_kg": "-1"}, "weight_kg", "M015"),
        ],
        SEABED: [
            ({"gear": None}, "gear", "M002"),
            ({"gear": "spoon"}, "gear", "M014"),
            ({"depth_m": None}, "depth_m", "M002"),
            ({"depth_m": "=9*2"}, "depth_m", "M006"),
        ],
    }
    return common + own[kind]


@pytest.mark.parametrize("kind", AT_SEA)
def test_every_seeded_fault_is_found_at_its_cell_and_nothing_else(
    nguyen: User, unit: SamplingUnit, kind: WorkbookKind
) -> None:
    Place.objects.filter(pk=unit.site.place_id).update(latitude="24.480", longitude="118.090")
    SeaSurveyFactory(site=unit.site, surveyed_on=date(2024, 3, 1))  # from a ship
    begun = actions.begin(subjects.get(kind), "en", by=nguyen, site=unit.site)
    answers = sea_answers(kind, surveyed_on="2024-03-02")
    draft = actions.save_answers(begun, answers, by=nguyen, revision=0)
    actions.submit(draft, by=nguyen, revision=draft.revision)
    surveys, counts, expected = [], [], set()
    for number, (changes, name, code) in enumerate(_seeds(kind), start=1):
        day = (FIRST_DAY + timedelta(days=number)).isoformat()
        surveys.append(at_sea(kind, f"S-{number}", surveyed_on=day) | changes)
        counts.append((f"S-{number}", "J7", number))
        expected.add((SURVEYS, cell_of(name, number + 2, kind), code))
    repeats = kind == VISUAL  # what another method found on that day is no double
    with_others = [
        (at_sea(kind, "T-1", surveyed_on="2024-03-01"), "replicate_no", "M051" if repeats else ""),
        (at_sea(kind, "T-2", surveyed_on="2024-03-02"), "survey_code", "M053"),
        (at_sea(kind, "T-3", surveyed_on="2024-01-02"), "", ""),
        (at_sea(kind, "T-4", surveyed_on="2024-01-02"), "replicate_no", "M051"),
        (at_sea(kind, "T-5", surveyed_on="2024-01-03"), "reason", "M050"),
        (at_sea(kind, "T-6", surveyed_on="2024-01-04"), "nothing_found", "M021"),
        (at_sea(kind, "S-1", surveyed_on="2024-01-05", reason="-"), "survey_code", "M024"),
    ]
    for number, (row, name, code) in enumerate(with_others, start=len(surveys) + 3):
        surveys.append(row)
        if code:
            expected.add((SURVEYS, cell_of(name, number, kind), code))
    counts += [("T-1", "J7", 901), ("T-2", "J7", 902), ("T-3", "J7", 903), ("T-4", "J7", 904)]
    counts += [("T-5", "J7", 903)]
    odd: list[tuple[tuple[Any, ...], str, str]] = [
        (("S-99", "J7", 1), "A", "M023"),
        (("T-1", "J999", 1), "B", "M030"),
        (("T-4", "pl_fc_", 1), "B", "M031"),
        (("T-4", "J7", 1), "B", "M032"),
        (("T-4", "J27", 2.5), "C", "M020"),
    ]
    for number, (_row, letter, code) in enumerate(odd, start=len(counts) + 3):
        expected.add((COUNTS, f"{letter}{number}", code))
    book = filled(nguyen, surveys, [*counts, *(row for row, _letter, _code in odd)], kind)

    found = findings_of(saved(book), nguyen)

    assert {(each.sheet, each.cell, each.code) for each in found} == expected
    assert len(found) == len(expected) >= 38
    for each in found:
        assert HAN.search(each.sentences[languages.CHINESE])
        assert not HAN.search(each.sentences[languages.ENGLISH].replace(each.value, ""))


def test_a_density_out_of_the_ordinary_asks_for_a_reason(nguyen: User, unit: SamplingUnit) -> None:
    bottle = LitterItem.objects.get(code="J7")
    for number, count in enumerate((8, 9, 10, 11, 12, 12, 13, 14)):
        day = date(2025, 1, 1) + timedelta(days=number)
        SeaSurveyFactory(
            site=unit.site, surveyed_on=day, nothing_found=False, counts={bottle: count}
        )

    def codes(count: int, kind: WorkbookKind = VISUAL, **values: Any) -> list[str]:
        row = at_sea(kind, "S-1", length_m="1000", width_m="10", **values)
        book = filled(nguyen, [row], [("S-1", "J7", count)], kind)
        return [each.code for each in findings_of(saved(book), nguyen)]

    assert codes(11) == []
    assert codes(1_100) == ["M070"]
    assert codes(1_100, reason="After a flood.") == []
    assert codes(1_100, survey_type="research") == []
    assert codes(1_100, TRAWL) == []  # another method is no measure


def test_a_missing_column_is_told_and_keeps_the_rest_from_nothing(nguyen: User) -> None:
    book = filled(nguyen, [at_sea(SEABED, "S-1")], [("S-1", "J7", 5)], SEABED)
    book[SURVEYS].cell(2, LETTERS[SEABED]["length_m"], "length")

    found = [(each.cell, each.code) for each in findings_of(saved(book), nguyen)]

    assert ("A1", "M001") in found
    assert {code for _cell, code in found} == {"M001", "M003"}


@pytest.mark.parametrize("kind", AT_SEA)
def test_it_asks_as_many_questions_for_fifty_surveys_as_for_one(
    nguyen: User, kind: WorkbookKind, django_assert_num_queries: Any
) -> None:
    for year, count in ((2021, 1), (2022, 3), (2023, 50)):
        days = [(date(year, 1, 1) + timedelta(days=each)).isoformat() for each in range(count)]
        surveys = [
            at_sea(kind, f"S-{day}", surveyed_on=day, nothing_found="是", start_latitude="24.4",
                   start_longitude="118.1", **UNWEIGHED[kind])
            for day in days
        ]  # fmt: skip
        content = saved(filled(nguyen, surveys, [], kind))
        book = book_of(content)
        with django_assert_num_queries(8):
            checked = check(book, by=nguyen)
        assert checked.findings == []
        with django_assert_num_queries(12):
            assert len(take(checked, by=nguyen)) == count


# --- The pages -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", AT_SEA)
def test_the_form_of_one_survey_leads_to_the_workbook_of_its_method(
    client: Client, nguyen: User, kind: WorkbookKind
) -> None:
    client.force_login(nguyen)
    address = reverse("monitoring:workbook-of", args=[kind])

    assert address in client.get(reverse("review:begin", args=[kind])).content.decode()
    page = client.get(address).content.decode()
    template = reverse("monitoring:workbook-template", args=[kind])
    assert template in page
    assert client.get(template).content.startswith(b"PK")
    others = {other for other in WorkbookKind if other != kind}
    for other in others:
        assert reverse("monitoring:workbook-of", args=[other]) in page
    assert client.get(address.replace(kind, "moon")).status_code == 404


def test_who_surveys_no_transect_has_the_workbooks_of_the_sea_alone(
    client: Client, nguyen: User
) -> None:
    SamplingUnit.objects.all().delete()
    client.force_login(nguyen)

    page = client.get(reverse("monitoring:workbook-of", args=[SEABED])).content.decode()

    beach = reverse("monitoring:workbook-of", args=[WorkbookKind.BEACH])
    assert beach not in page
    assert client.get(beach).status_code == 403
    assert client.get(reverse("monitoring:uploads")).status_code == 200


def test_a_workbook_says_itself_which_one_it_is(client: Client, nguyen: User) -> None:
    client.force_login(nguyen)
    with override("en"):
        address = uploaded(client, full(nguyen, TRAWL), kind=WorkbookKind.BEACH)
        page = client.get(address).content.decode()

    assert Upload.objects.get().kind == TRAWL
    assert "2 surveys are there" in page
    assert "floating litter, by a surface trawl" in page
    assert set(Submission.objects.values_list("subject", flat=True)) == {TRAWL.value}


def test_faults_stand_on_the_page_and_in_the_copy(client: Client, nguyen: User) -> None:
    client.force_login(nguyen)
    book = filled(nguyen, [at_sea(TRAWL, "S-1", mesh_um=None)], [("S-1", "J7", 5)], TRAWL)
    with override("zh-hans"):
        address = uploaded(client, saved(book), kind=TRAWL)
        page = client.get(address).content.decode()
        copy = client.get(f"{address}marked.xlsx")

    assert "缺少网目尺寸，结果不可比，不能提交。" in page
    assert "floating-trawl-marked.xlsx" in copy.headers["Content-Disposition"]
    cell = load_workbook(io.BytesIO(copy.content))[SURVEYS][cell_of("mesh_um", 3, TRAWL)]
    assert "缺少网目尺寸" in cell.comment.text
    assert "The mesh size is missing" in cell.comment.text


def test_drafts_of_a_file_are_submitted_and_accepted(
    client: Client, nguyen: User, lin: User
) -> None:
    client.force_login(nguyen)
    with override("en"):
        address = uploaded(client, full(nguyen, SEABED), kind=SEABED)
        client.post(address, {"deed": "submit"})
        uploaded(client, full(nguyen, VISUAL), kind=VISUAL)  # a worker does what waits, too

    handed_in = Submission.objects.filter(subject=SEABED, submitted_at__isnull=False)
    assert handed_in.count() == 2
    for each in handed_in:
        actions.accept(actions.take(each, by=lin), by=lin)
    first, second = SeaSurvey.objects.approved().order_by("surveyed_on")
    assert dict(first.counts.values_list("item__code", "count")) == {"J7": 5, "J27": 0}
    assert (first.gear, first.depth_m, second.nothing_found) == ("otter", 18, True)


CSV = (
    "survey_code,site,surveyed_on,length_m,width_m,depth_m,gear,leader,people,J7,J27\r\n"
    "S-1,CN_XIA_001,2026-05-03,2000,12.5,18,otter,A. Person,4,5,0\r\n"
)


def test_a_csv_file_is_read_as_the_page_says_on_which_it_is_sent(
    client: Client, nguyen: User
) -> None:
    client.force_login(nguyen)
    with override("en"):
        uploaded(client, CSV.encode(), "hauls.csv", SEABED)
        uploaded(client, CSV.encode(), "hauls.csv", WorkbookKind.BEACH)

    first, second = Upload.objects.order_by("pk")
    assert (first.kind, first.state) == (SEABED, UploadState.TAKEN)
    assert (second.kind, second.state) == (WorkbookKind.BEACH, UploadState.FAULTY)
    draft = Submission.objects.get()
    assert draft.answers["counts-plastic-fc"]["J7"] == "5"
    assert draft.answers["effort"]["survey_type"] == "monitoring"


def test_columns_of_an_own_spreadsheet_are_kept_for_each_kind_of_survey(
    client: Client, nguyen: User
) -> None:
    client.force_login(nguyen)
    old = CSV.replace("survey_code", "号").replace("gear", "网具")
    ours = CSV.split("\r\n", 1)[0].split(",")
    said = {f"column-{number}": name for number, name in enumerate(ours)}
    with override("en"):
        address = uploaded(client, old.encode(), "old.csv", SEABED)
        asked = client.get(address).content.decode()
        client.post(address, {"deed": "answer", **said})
        newer = old.replace("2026-05", "2026-06").encode()
        again = uploaded(client, newer, "newer.csv", SEABED)
        page = client.get(again).content.decode()
        columns = client.get(reverse("monitoring:columns")).content.decode()

    assert "Wing spread (m)" in asked
    assert "1 survey is there" in page
    mapping = ColumnMapping.objects.get()
    assert (mapping.kind, mapping.columns["网具"]) == (SEABED, "gear")
    assert "Seabed litter, by a bottom trawl" in columns
    assert "Gear" in columns


def test_the_workbook_of_beaches_stays_what_it_was(nguyen: User) -> None:
    assert book_of(clean(nguyen), kind=SEABED).layout.kind == WorkbookKind.BEACH
    assert findings_of(clean(nguyen), nguyen) == []
