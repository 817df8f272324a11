"""A table of people: everything that is wrong with it, at once, in the reader's language."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.core.sheets import files
from partnership.nominations import sheet
from partnership.nominations.models import Nomination, NominationQuota
from tests.factories.nominations import NominationFactory, QuotaFactory

pytestmark = pytest.mark.django_db

ENGLISH = ["Name", "Name in Latin letters", "E-mail", "Language", "Position", "Why this person"]
CHINESE = ["姓名", "电子邮箱"]


def csv(*rows: list[str]) -> bytes:
    return "".join(",".join(row) + "\r\n" for row in rows).encode("utf-8-sig")


def send(
    client: Client,
    quota: NominationQuota,
    content: bytes,
    language: str = "en",
    name: str = "people.csv",
) -> Any:
    address = f"/{language}/nominations/{quota.pk}/table/"
    return client.post(address, {"file": SimpleUploadedFile(name, content)})


@pytest.fixture(autouse=True)
def _signed_in(client: Client, wu: User) -> None:
    client.force_login(wu)


def thirty_faults(event_address: str) -> bytes:
    """Ten rows without a name and with a bad address, five with an unknown language, two of one
    address, one known already, one name that is too long; and one table that is too long."""
    rows = [["", "", f"nobody{n}", "English", "", ""] for n in range(10)]
    rows += [[f"Lan {n}", "", f"lan{n}@example.org", "Klingon", "", ""] for n in range(6)]
    rows += [["Mei", "", "mei@example.org", "中文", "", ""]]
    rows += [["Mei", "", " MEI@example.org", "zh", "", ""]]
    rows += [["Wu", "", event_address, "", "", ""]]
    rows += [["x" * 130, "", "long@example.org", "", "", ""]]
    return csv(ENGLISH, *rows)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("30 faults; nothing was stored", "row 18", "by another organisation")),
        ("zh-hans", ("30处错误，没有保存任何内容", "第18行", "由另一组织提名")),
    ],
)
def test_thirty_faults_are_told_at_once_and_nothing_is_written(
    client: Client, quota: NominationQuota, language: str, words: tuple[str, ...]
) -> None:
    known = NominationFactory(quota=QuotaFactory(event=quota.event))

    answer = send(client, quota, thirty_faults(known.email), language)

    page = answer.content.decode()
    assert len(answer.context["faults"]) == 30
    for word in words:
        assert word in page
    lines = [fault.line for fault in answer.context["faults"]]
    assert lines[:4] == [2, 2, 3, 3]
    assert not quota.nominations.exists()


@pytest.mark.parametrize("headings", [ENGLISH[:1] + ENGLISH[2:3], CHINESE, ["name", "email"]])
def test_a_right_table_fills_the_list(
    client: Client, quota: NominationQuota, headings: list[str]
) -> None:
    rows = [["Mei", "mei@example.org"], ["An", "an@example.org"]]

    assert send(client, quota, csv(headings, *rows)).status_code == 302
    found = quota.nominations.ranked().values_list("name", "email", "language")
    assert list(found) == [("Mei", "mei@example.org", "en"), ("An", "an@example.org", "en")]


def test_a_workbook_is_read_as_well(client: Client, quota: NominationQuota) -> None:
    content = files.xlsx({"people": [ENGLISH, ["Mei", "", "mei@example.org", "英文", "", ""]]})

    assert send(client, quota, content, name="people.xlsx").status_code == 302
    assert quota.nominations.get().language == "en"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (csv(["Name", "Shoe size"], ["Mei", "38"]), "no such column"),
        (csv(["Name"], ["Mei"]), "This column is missing"),
        (csv(["Name", "E-mail", "name"], ["Mei", "m@example.org", "An"]), "is there twice"),
        (csv(["Name", "E-mail", "姓名"], ["Mei", "m@example.org", "An"]), "is there twice"),
        (csv(["Name", "E-mail"]), "The table names nobody"),
        ("姓名,电子邮箱".encode("gb18030"), "Save it as XLSX"),
        (b"", "empty"),
    ],
)
def test_a_wrong_table_says_what_to_do(
    client: Client, quota: NominationQuota, content: bytes, word: str
) -> None:
    answer = send(client, quota, content)

    assert answer.status_code == 200
    assert word in answer.content.decode()
    assert not Nomination.objects.exists()


def test_the_empty_table_comes_back_as_a_table(client: Client, quota: NominationQuota) -> None:
    for language in ("en", "zh-hans"):
        answer = client.get(f"/{language}/nominations/{quota.pk}/table.csv")
        table = files.read(answer.content)
        with override(language):
            assert table.headings == list(sheet.headings().values())
