"""Places in spreadsheets: cities are added, what is there stays as it is."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from partnership.core.sheets import files
from partnership.core.spreadsheets import csv_lines
from partnership.reference.models import Place
from tests.factories.reference import CityFactory, ProvinceFactory

IMPORT = reverse("admin:reference_place_import")
EXPORT = reverse("admin:reference_place_export")
HEAD = ["code", "name_zh_hans", "name_en", "full_name_zh_hans", "full_name_en", "parent_id"]
HEAD += ["is_coastal", "source"]


@pytest.fixture
def publisher(client: Client, zhao: User) -> Client:
    client.force_login(zhao)
    return client


def imported(client: Client, *rows: list[str], head: list[str] = HEAD) -> str:
    """Go both steps; return the page of the first."""
    file = SimpleUploadedFile("places.csv", "".join(csv_lines([head, *rows])).encode())
    page = client.post(IMPORT, {"file": file}).content.decode()
    for signed in re.findall(r'name="looked_at" value="([^"]+)"', page):
        client.post(IMPORT, {"looked_at": signed})
    return page


def city(parent: str, **other: str) -> list[str]:
    row = {
        "code": "cn-dongxing", "name_zh_hans": "东兴", "name_en": "Dongxing",
        "full_name_zh_hans": "东兴市", "full_name_en": "Dongxing", "parent_id": parent,
        "is_coastal": "是", "source": "demo",
    }  # fmt: skip
    return [(row | other)[name] for name in HEAD]


def test_a_new_code_adds_a_city(publisher: Client) -> None:
    province = ProvinceFactory(name_zh_hans="广西")

    imported(publisher, city("广西"))

    place = Place.objects.get(code="cn-dongxing")
    assert (place.kind, place.parent, place.country) == ("city", province, province.country)
    assert place.is_coastal
    assert AuditEvent.objects.about(place).get().verb == Verb.IMPORTED


def test_what_is_there_is_not_changed(publisher: Client) -> None:
    place = CityFactory(name_en="Old")
    content = publisher.post(EXPORT, {"format": "xlsx"}).content
    sheet = files.read(content)
    rows = [cells for _line, cells in sheet.rows]

    assert "文件内容均已存储" in imported(publisher, *rows, head=sheet.headings)
    (row,) = [row for row in rows if row[0] == place.code]
    row[sheet.headings.index("名称（英文）")] = "New"
    assert "经审定的文件" in imported(publisher, *rows, head=sheet.headings)
    place.refresh_from_db()
    assert place.name_en == "Old"


@pytest.mark.parametrize(
    ("fault", "heading"),
    [
        ({"code": "Dongxing"}, ""),
        ({"parent_id": "不存在"}, "上级地点"),
        ({"name_en": ""}, "名称（英文）"),
        ({"name_zh_hans": "台湾国"}, "名称（中文）"),
    ],
    ids=["code", "parent", "name", "forbidden name"],
)
def test_the_rules_for_places_hold(publisher: Client, fault: dict[str, str], heading: str) -> None:
    ProvinceFactory(name_zh_hans="广西")

    page = imported(publisher, city("广西", **fault))

    found = re.findall(r"<tr><td>2</td><td>([^<]*)</td>", page)
    assert (heading or "–") in found
    assert not Place.objects.filter(kind="city").exists()


def test_only_publishers_add_places(client: Client, lin: User) -> None:
    client.force_login(lin)

    assert client.get(IMPORT).status_code == 403
    assert client.post(EXPORT, {"format": "csv"}).status_code == 200
