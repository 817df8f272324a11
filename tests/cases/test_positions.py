"""Positions of cases that cannot be meant: refused where they are entered, nothing lost."""

import json

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from cases.models import CasePlace
from partnership.accounts.models import User
from tests.cases.admin_pages import FORM, change_page
from tests.factories.cases import CaseFactory, CasePlaceFactory, PublishedCaseFactory
from tests.forms_in_pages import fields_of, resend

pytestmark = pytest.mark.django_db

LATITUDE, LONGITUDE = "places-0-latitude", "places-0-longitude"


@pytest.fixture
def row() -> CasePlace:
    return CasePlaceFactory(case=CaseFactory())


@pytest.mark.parametrize(
    ("latitude", "longitude", "chinese", "english"),
    [
        ("0", "0", "西非外海", "off West Africa"),
        (
            "118.08",
            "24.48",
            "请填写纬度24.48、经度118.08",
            "Write latitude 24.48 and longitude 118.08",
        ),
        ("24.48", "181", "181不是有效经度", "181 is no longitude"),
        ("24.48", "", "请同时填写纬度和经度", "Give both latitude and longitude"),
        ("NaN", "118", "输入一个数字", "Enter a number"),
    ],
)
def test_the_form_says_why_and_how_in_both_languages_and_keeps_what_was_typed(
    client: Client,
    lin: User,
    row: CasePlace,
    latitude: str,
    longitude: str,
    chinese: str,
    english: str,
) -> None:
    client.force_login(lin)
    typed = {LATITUDE: latitude, LONGITUDE: longitude, "title_en": "Kept"}

    for language, sentence in (("zh-hans", chinese), ("en", english)):
        client.cookies["language"] = language
        answer = resend(client, change_page(row.case), FORM, **typed)
        kept = fields_of(answer, FORM)

        assert sentence in answer.content.decode()
        assert {name: kept[name] for name in typed} == typed
    row.refresh_from_db()
    assert (row.latitude, row.longitude) == (None, None)


def test_the_form_takes_a_position_that_can_be_meant(
    client: Client, lin: User, row: CasePlace
) -> None:
    client.force_login(lin)

    answer = resend(client, change_page(row.case), FORM, **{LATITUDE: "24.48", LONGITUDE: "118.08"})

    assert answer.status_code == 302
    row.refresh_from_db()
    assert (float(row.latitude), float(row.longitude)) == (24.48, 118.08)


def test_the_database_has_no_case_at_zero(row: CasePlace) -> None:
    with pytest.raises(IntegrityError, match="not_at_zero"), transaction.atomic():
        CasePlace.objects.filter(pk=row.pk).update(latitude=0, longitude=0)


@pytest.mark.parametrize(
    ("is_sensitive", "shown"), [(True, [24.48, 118.08]), (False, [24.4793, 118.0819])]
)
def test_of_a_sensitive_site_everybody_gets_a_position_to_a_kilometre(
    is_sensitive: bool, shown: list[float], client: Client
) -> None:
    case = PublishedCaseFactory()
    place = case.places.get()
    place.latitude, place.longitude, place.is_sensitive = 24.4793, 118.0819, is_sensitive
    place.save()
    case.save()

    page = client.get(f"/en/cases/{case.number}/{case.slug_en}/").content.decode()
    listed = client.get("/api/v1/cases/").json()["results"][0]["places"][0]
    whole = json.dumps(client.get(f"/api/v1/cases/{case.number}/").json())
    sheet = client.get("/api/v1/downloads/cases.csv").getvalue().decode()

    assert f'data-at="{shown[0]},{shown[1]}"' in page
    assert [listed["latitude"], listed["longitude"]] == shown
    for text in (page, whole, sheet):
        assert str(shown[0]) in text
        assert ("24.4793" in text) is not is_sensitive
