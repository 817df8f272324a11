"""Reference data in the admin: to look at, to find, never to change."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnership.accounts.models import User
from partnership.reference.models import Place, PlaceAlias
from tests.factories.reference import (
    CityFactory,
    ItemListFactory,
    ItemMapFactory,
    LitterItemFactory,
    ProvinceFactory,
    RiverBasinFactory,
    ThemeFactory,
)

PLACES = reverse("admin:reference_place_changelist")


@pytest.fixture
def staff(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


def codes(client: Client, **query: str) -> set[str]:
    return {place.code for place in client.get(PLACES, query).context["cl"].result_list}


def test_it_finds_a_place_by_a_former_name(staff: Client) -> None:
    city = CityFactory()
    CityFactory()
    PlaceAlias.objects.create(place=city, language="en", text="Tourane")

    assert codes(staff, q="tourane") == {city.code}


def test_it_narrows_places_to_a_country_and_to_what_the_programme_looks_at(staff: Client) -> None:
    focus = ProvinceFactory(programme_focus=True)
    city = CityFactory(parent=focus, is_coastal=False)
    other = CityFactory()

    assert codes(staff, country=focus.parent.code) == {focus.parent.code, focus.code, city.code}
    assert codes(staff, programme="focus") == {focus.code, city.code}
    assert codes(staff, programme="coast") == {other.code}


def test_it_shows_places_in_the_order_of_the_reader(staff: Client) -> None:
    parent = ProvinceFactory()
    for chinese, english in (("厦门", "Ahoi"), ("北海", "Zulu")):
        CityFactory(parent=parent, name_zh_hans=chinese, name_en=english)

    def order() -> list[str]:
        rows = staff.get(PLACES, {"kind__exact": "city"}).context["cl"].result_list
        return [place.name_zh_hans for place in rows]

    assert order() == ["北海", "厦门"]
    staff.cookies["language"] = "en"
    assert order() == ["厦门", "北海"]


@pytest.mark.parametrize(
    "factory",
    [
        CityFactory,
        RiverBasinFactory,
        ThemeFactory,
        ItemListFactory,
        LitterItemFactory,
        ItemMapFactory,
    ],
)
def test_nobody_changes_what_comes_from_the_reviewed_files(staff: Client, factory: type) -> None:
    row = factory()
    name = f"admin:reference_{row._meta.model_name}"
    page = reverse(f"{name}_change", args=[row.pk])

    assert staff.get(page).status_code == 200
    assert staff.post(page, {"code": "changed"}).status_code == 403
    assert staff.get(reverse(f"{name}_add")).status_code == 403
    assert staff.post(reverse(f"{name}_delete", args=[row.pk])).status_code == 403


def test_it_shows_the_naming_list_with_what_to_write_instead(staff: Client) -> None:
    page = staff.get(reverse("admin:reference_naming")).content.decode()

    assert "中华人民共和国" in page
    assert "应写作" in page
    assert "待审批" in page


def test_it_suggests_places_to_staff_and_to_nobody_else(staff: Client, wang: User) -> None:
    city = CityFactory(name_zh_hans="北海")
    query = {
        "app_label": "reference",
        "model_name": "place",
        "field_name": "parent",
        "term": "北海",
    }

    found = staff.get(reverse("admin:autocomplete"), query).json()["results"]
    staff.force_login(wang)
    refused = staff.get(reverse("admin:autocomplete"), query)

    assert found == [{"id": str(city.pk), "text": "北海"}]
    assert refused.status_code == 302


def test_it_asks_the_same_number_of_queries_at_any_length(staff: Client) -> None:
    counts = []
    for more in (1, 2, 47):
        CityFactory.create_batch(more, parent=ProvinceFactory())
        with CaptureQueriesContext(connection) as queries:
            staff.get(PLACES)
        counts.append(len(queries))

    assert Place.objects.count() >= 50
    assert len(set(counts)) == 1
    assert counts[0] <= 12


def test_lists_of_litter_items_ask_the_same_at_any_length(staff: Client) -> None:
    models = ("itemlist", "litteritem", "itemmap")
    counts: dict[str, set[int]] = {model: set() for model in models}
    for more in (1, 2, 47):
        ItemMapFactory.create_batch(more)
        for model in models:
            with CaptureQueriesContext(connection) as queries:
                staff.get(reverse(f"admin:reference_{model}_changelist"))
            counts[model].add(len(queries))

    assert [len(found) for found in counts.values()] == [1, 1, 1]
