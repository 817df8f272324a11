"""Approved maps in the secretariat's admin."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.core.models import AuditEvent
from partnership.documents.models import Picture
from partnership.maps.models import ApprovedMap
from tests.factories.files import PictureFactory
from tests.factories.maps import NUMBER, ApprovedMapFactory

pytestmark = pytest.mark.django_db

ADD = "/admin/maps/approvedmap/add/"


@pytest.fixture
def staff(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "name_zh_hans": "标准地图",
        "name_en": "Standard map",
        "review_number": NUMBER,
        "attribution_zh_hans": "测试制图单位",
        "attribution_en": "Maker of the test",
        "picture": PictureFactory().pk,
        "projection": "EPSG:4326",
        "west": "70",
        "east": "140",
        "south": "0",
        "north": "55",
        "is_shown": "on",
        **changes,
    }


def test_it_is_stored_with_its_number_and_leaves_a_trace(staff: Client, lin: User) -> None:
    answer = staff.post(ADD, typed(review_number=f"  {NUMBER} "))

    row = ApprovedMap.objects.get()
    assert answer.status_code == 302
    assert row.review_number == NUMBER
    assert str(row) == "标准地图"
    assert AuditEvent.objects.filter(target_type="maps.approvedmap", verb="created").exists()


@pytest.mark.parametrize("number", ["", "无", "GS 650"])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh-hans", "非自制底图必须具有审图号"),
        ("en", "A base layer that is not ours needs its map review number"),
    ],
)
def test_without_a_number_it_is_refused_and_nothing_typed_is_lost(
    staff: Client, lin: User, number: str, language: str, sentence: str
) -> None:
    User.objects.filter(pk=lin.pk).update(language=language)
    staff.cookies["language"] = language

    answer = staff.post(ADD, typed(review_number=number, name_en="Kept name"))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in page
    assert 'value="Kept name"' in page
    assert not ApprovedMap.objects.exists()


def test_edges_the_wrong_way_round_are_refused(staff: Client) -> None:
    answer = staff.post(ADD, typed(west="140", east="70"))

    assert "西边界须在东边界以西" in answer.content.decode()


def test_the_database_takes_none_without_a_number() -> None:
    row = ApprovedMapFactory()
    with pytest.raises(IntegrityError, match="maps_approvedmap_numbered"), transaction.atomic():
        ApprovedMap.objects.filter(pk=row.pk).update(review_number="")


def test_its_picture_is_public_while_it_is_shown() -> None:
    row = ApprovedMapFactory()
    assert Picture.objects.public().filter(pk=row.picture.pk).exists()

    row.is_shown = False
    row.save()

    assert not Picture.objects.public().filter(pk=row.picture.pk).exists()


def test_it_is_called_by_its_number_where_a_name_is_missing() -> None:
    with override("en"):
        assert str(ApprovedMap(review_number=NUMBER)) == NUMBER


def test_the_list_asks_as_often_for_many_as_for_one(
    staff: Client, django_assert_max_num_queries: Any
) -> None:
    for number in (1, 2, 47):
        for _more in range(number):
            ApprovedMapFactory()
        with django_assert_max_num_queries(9):
            assert staff.get("/admin/maps/approvedmap/").status_code == 200
