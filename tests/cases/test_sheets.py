"""Cases in spreadsheets: out through the list, in as drafts, every fault named."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cases import actions
from cases.models import Case
from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from partnership.core.sheets import files
from partnership.core.spreadsheets import csv_lines
from tests.factories.cases import (
    CaseFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
    case_number,
)
from tests.factories.copies import copies
from tests.factories.reference import CityFactory, ThemeFactory

LIST = reverse("admin:cases_case_changelist")
IMPORT = reverse("admin:cases_case_import")
EXPORT = reverse("admin:cases_case_export")
Table = list[list[str]]


def exported(client: Client, query: str = "", **form: str) -> Table:
    response = client.post(f"{EXPORT}?{query}", {"format": "xlsx", **form})
    sheet = files.read(response.content)
    return [sheet.headings, *(cells for _line, cells in sheet.rows)]


def look(client: Client, table: Table) -> str:
    """Send the table to the first step; return the page."""
    content = "".join(csv_lines(table)).encode()
    response = client.post(IMPORT, {"file": SimpleUploadedFile("案例.csv", content)})
    assert response.status_code == 200
    return response.content.decode()


def confirm(client: Client, page: str) -> str:
    """Press the button of the second step; return where it leads or the page."""
    (signed,) = re.findall(r'name="looked_at" value="([^"]+)"', page)
    response = client.post(IMPORT, {"looked_at": signed})
    return response.headers.get("Location", "") or response.content.decode()


def faults(page: str) -> list[tuple[str, str, str]]:
    return re.findall(r"<tr><td>(\d+)</td><td>([^<]*)</td><td>([^<]*)</td></tr>", page)


def test_what_is_exported_and_imported_again_changes_nothing(editor: Client) -> None:
    case = ReadyCaseFactory(
        title_zh_hans="＝海滩", sdg_targets=["14.1", "12.5"], waste_streams=["mixed", "bags"]
    )
    actions.settle_edit(case)
    PublishedCaseFactory(background_en="+1\r\n@home")
    before = Case.objects.order_by("pk").values()

    page = look(editor, exported(editor))

    assert "文件内容均已存储，无需更改" in page
    assert "looked_at" not in page
    assert list(before) == list(Case.objects.order_by("pk").values())


def test_a_row_without_a_number_becomes_a_draft(editor: Client, lin: User) -> None:
    city, theme = CityFactory(name_zh_hans="北海"), ThemeFactory(name_en="Mangroves")
    table = [
        ["案例编号", "标题（中文）", "Title (English)", "地点", "themes", "垃圾类别", "阶段"],
        ["", "净滩", "Clean-up", "北海", "mangroves", "Plastic bags；渔具", "pilot"],
    ]

    page = look(editor, table)
    assert not Case.objects.exists()
    assert confirm(editor, page) == LIST

    case = Case.objects.get()
    assert case.number == f"CN-AS-{timezone.localdate().year}-001"
    assert (case.title_zh_hans, case.title_en, case.phase) == ("净滩", "Clean-up", "pilot")
    assert case.waste_streams == ["bags", "fishing-gear"]
    assert [row.place for row in case.places.all()] == [city]
    assert list(case.themes.all()) == [theme]
    assert not case.is_public
    (event,) = AuditEvent.objects.about(case)
    assert (event.verb, event.actor_id, event.note) == (Verb.IMPORTED, str(lin.pk), "案例.csv")


def test_a_draft_is_changed_in_what_the_file_says_and_in_nothing_else(editor: Client) -> None:
    case = actions.settle_edit(ReadyCaseFactory(title_en="Old", background_en="Kept"))
    table = exported(editor)
    wanted = table[0].index("标题（英文）")
    table[1][wanted] = "New"

    page = look(editor, table)
    confirm(editor, page)

    assert "标题（英文）: Old → New" in page
    saved = Case.objects.get()
    assert (saved.title_en, saved.background_en) == ("New", "Kept")
    assert saved.version == case.version + 1
    changes = AuditEvent.objects.about(case).get(verb=Verb.IMPORTED).changes
    assert changes == {"title_en": ["Old", "New"]}


def test_it_names_every_fault_with_row_column_and_cure_and_writes_nothing(editor: Client) -> None:
    table = [
        ["number", "title_zh_hans", "started", "scale", "places", "area_km2"],
        ["", "好", "2021", "city", "", ""],
        ["", "坏", "去年", "很大", "不存在", "-3"],
        ["CN-AS-1999-001", "无", "", "", "", ""],
        ["", "", "", "", "", ""],
    ]

    page = look(editor, table)

    found = faults(page)
    assert [(line, heading) for line, heading, _text in found] == [
        ("3", "地点"),
        ("3", "开始时间"),
        ("3", "范围"),
        ("3", "面积（平方公里）"),
        ("4", "案例编号"),
    ]
    assert "日期请写成YYYY" in page
    assert "looked_at" not in page
    assert not Case.objects.exists()


def test_a_rule_of_the_database_is_a_fault_of_its_row(editor: Client) -> None:
    table = [["number", "title_zh_hans", "started", "ended"], ["", "净滩", "2022", "2021"]]

    texts = [text for _line, _heading, text in faults(look(editor, table))]

    assert any("结束日期早于开始日期" in text for text in texts)


def test_a_public_case_is_left_to_its_form(editor: Client) -> None:
    PublishedCaseFactory(title_en="Old")
    table = exported(editor)
    table[1][table[0].index("标题（英文）")] = "New"

    ((line, _heading, text),) = faults(look(editor, table))

    assert line == "2"
    assert "已公开" in text
    assert Case.objects.get().title_en == "Old"


@pytest.mark.parametrize("version", ["", "0"])
def test_a_file_made_before_somebody_saved_is_refused(editor: Client, version: str) -> None:
    actions.settle_edit(ReadyCaseFactory(title_en="Old"))
    table = exported(editor)
    table[1][table[0].index("版本")] = version
    table[1][table[0].index("标题（英文）")] = "New"

    assert len(faults(look(editor, table))) == 1
    assert Case.objects.get().title_en == "Old"


def test_a_change_between_looking_and_confirming_is_not_overwritten(editor: Client) -> None:
    case = actions.settle_edit(ReadyCaseFactory(title_en="Old"))
    table = exported(editor)
    table[1][table[0].index("标题（英文）")] = "New"
    page = look(editor, table)
    actions.settle_edit(case)

    assert len(faults(confirm(editor, page))) == 1
    assert Case.objects.get().title_en == "Old"


def test_places_are_brought_into_the_order_written_and_keep_their_sites(editor: Client) -> None:
    case = actions.settle_edit(ReadyCaseFactory())
    row = case.places.get()
    row.site_en = "The pier"
    row.save()
    other = CityFactory(name_zh_hans="北海")
    table = exported(editor)
    cell = table[0].index("地点")
    table[1][cell] = f"北海；{table[1][cell]}"

    confirm(editor, look(editor, table))

    rows = list(case.places.values_list("place", "site_en"))
    assert rows == [(other.pk, ""), (row.place_id, "The pier")]


@pytest.mark.parametrize(
    ("headings", "line"),
    [(["number", "nonsense"], "1"), (["number", "number"], "1"), (["title_en"], "1")],
)
def test_headings_that_are_not_known_double_or_missing_are_faults(
    editor: Client, headings: list[str], line: str
) -> None:
    found = faults(look(editor, [headings, ["", "x"]]))

    assert [fault[0] for fault in found] == [line]


def test_the_same_case_twice_in_a_file_is_a_fault(editor: Client) -> None:
    actions.settle_edit(ReadyCaseFactory())
    head, row = exported(editor)

    assert [line for line, _heading, _text in faults(look(editor, [head, row, row]))] == ["3"]


def test_what_is_no_table_is_said_beside_the_field(editor: Client) -> None:
    file = SimpleUploadedFile("a.csv", "标题".encode("gb18030"))

    page = editor.post(IMPORT, {"file": file}).content.decode()

    assert "文件无法读取" in page


def test_a_table_nobody_looked_at_is_not_taken(editor: Client, client: Client, zhao: User) -> None:
    page = look(editor, [["number", "title_zh_hans"], ["", "净滩"]])
    (signed,) = re.findall(r'name="looked_at" value="([^"]+)"', page)

    for forged in ("nonsense", signed[:-1] + "!"):
        assert editor.post(IMPORT, {"looked_at": forged}).headers["Location"] == IMPORT
    client.force_login(zhao)
    assert client.post(IMPORT, {"looked_at": signed}).headers["Location"] == IMPORT
    assert not Case.objects.exists()


def test_the_export_follows_the_filters_is_recorded_and_holds_no_contact_data(
    editor: Client, lin: User
) -> None:
    draft = CaseFactory(contact_details="secret@example.org", contact_name="Secret")
    PublishedCaseFactory()

    table = exported(editor, "state=draft")

    assert [row[0] for row in table[1:]] == [draft.number]
    assert "ecret" not in str(table)
    event = AuditEvent.objects.newest_first().first()
    assert (event.verb, event.actor_id) == (Verb.EXPORTED, str(lin.pk))
    assert "state=draft" in event.note


def test_an_empty_table_has_headings_and_an_explanation(editor: Client) -> None:
    PublishedCaseFactory()

    (headings,) = exported(editor, empty="1")

    assert headings[:2] == ["案例编号", "版本"]
    assert not AuditEvent.objects.filter(verb=Verb.EXPORTED).exists()


def test_the_export_asks_as_many_queries_for_many_cases_as_for_one(
    editor: Client, django_assert_max_num_queries
) -> None:
    case = PublishedCaseFactory()
    for more in (0, 12):
        copies(case, more, number=case_number, rows=["sources", "places", "blocks"])
        with django_assert_max_num_queries(25):
            editor.post(EXPORT, {"format": "csv"})


def test_only_the_secretariat_imports(client: Client, guo: User, zhao: User) -> None:
    zhao.roles = ["publisher"]
    zhao.save()
    for person in (guo, zhao):
        client.force_login(person)
        assert client.get(IMPORT).status_code == 403
        assert IMPORT not in client.get(LIST).content.decode()
