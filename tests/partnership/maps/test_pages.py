"""Maps on pages: one component, the same places as a list, and one switch."""

import json
from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client

from partnership.core.charts import DotMap, MapItem, MapPoint
from partnership.maps import points
from tests.factories.cases import CasePlaceFactory, PublishedCaseFactory, case_number
from tests.factories.copies import copies, in_turn
from tests.factories.files import PictureFactory
from tests.factories.maps import NUMBER, ApprovedMapFactory
from tests.factories.network import NAMES, ListedOrganisationFactory
from tests.factories.reference import CityFactory
from tests.partnership.maps.test_layers import ROW

XIAMEN = MapPoint("Xiamen", 24.48, 118.082, "/x/", 3)
DUBLIN = MapPoint("Dublin", 53.35, -6.26)
MAP, LIST = "data-map=", 'class="dot-map-list"'


def shown(places: list[MapPoint]) -> str:
    page = Template('{% load maps %}{% map map "m1" "/points/" %}')
    return page.render(Context({"map": DotMap("Places", places)}))


def test_it_draws_places_of_the_region_and_lists_all() -> None:
    page = shown([XIAMEN, DUBLIN])

    assert page.count("<circle") == 1
    assert page.count("<li data-at=") == 2
    assert 'data-at="24.48,118.082"' in page
    assert 'href="/x/"' in page
    assert 'data-points="/points/"' in page


def test_many_places_get_a_filter() -> None:
    assert "map-filter" not in shown([XIAMEN])
    assert "map-filter" in shown([XIAMEN] * 9)


def test_no_style_and_no_script_stands_in_the_page() -> None:
    page = shown([XIAMEN] * 9)

    assert " style=" not in page
    assert page.count("<script") == page.count('<script type="module" src=')


def test_the_answer_for_the_script_is_compact() -> None:
    point = MapPoint(
        "Xiamen", 24.48, 118.082, "/x/", 2, "China", (MapItem("Title", "/c/"),), (0, 4), "cn-xiamen"
    )

    answer = points.answer([point])

    assert answer.headers["Content-Type"] == "application/json"
    assert answer.content.decode() == (
        '[[24.48,118.082,"Xiamen","China","/x/",2,[["Title","/c/"]],[0,4]]]'
    )


@pytest.fixture
def addresses(db: None) -> list[str]:
    """Every page with a map."""
    city = CityFactory(latitude=20, longitude=110)
    case = PublishedCaseFactory(place=city)
    organisation = ListedOrganisationFactory(place=city)
    return [
        "/en/",
        "/en/cases/map/",
        f"/en/cases/{case.number}/{case.slug_en}/",
        f"/en/cases/{case.number}/print/",
        "/en/organisations/",
        f"/en/organisations/{organisation.slug}/",
        "/en/style-guide/",
    ]


def test_every_map_stands_beside_its_list(client: Client, addresses: list[str]) -> None:
    for address in addresses:
        page = client.get(address).content.decode()
        assert (page.count(MAP), page.count(LIST)) == (1, 1), address


def test_one_setting_turns_all_maps_into_lists(
    client: Client, addresses: list[str], settings: Any
) -> None:
    settings.MAPS_AS_LISTS = True
    for address in addresses:
        page = client.get(address).content.decode()
        assert (page.count(MAP), page.count(LIST)) == (0, 1), address
        assert "dot-map-drawing" not in page
        assert "js/map.js" not in page


def given(client: Client, language: str = "en") -> dict[str, Any]:
    answer = client.get(f"/{language}/maps/settings/")
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.content)
    return found


@pytest.mark.django_db
def test_by_default_the_coast_lies_under_maps_and_nothing_comes_from_elsewhere(
    client: Client,
) -> None:
    found = given(client)

    assert [layer["id"] for layer in found["layers"]] == ["coast"]
    assert all(address.startswith("/static/") for address in found["files"].values())
    assert given(client, "zh-hans")["words"]["review"] == "审图号："
    policy = client.get("/en/").headers["Content-Security-Policy"]
    assert "img-src 'self' data:" in policy.split("; ")


@pytest.mark.django_db
def test_a_layer_without_its_number_is_never_offered(client: Client, settings: Any) -> None:
    settings.MAP_BASE_LAYERS = [{**ROW, "review_number": ""}, {**ROW, "id": "complete"}]
    settings.MAP_FIRST_LAYER = "service"

    found = given(client)

    assert [layer["id"] for layer in found["layers"]] == ["coast", "complete"]
    assert found["first"] == "coast"


@pytest.mark.django_db(transaction=True)  # inside a transaction nothing is kept
def test_a_browser_that_has_the_points_is_told_so(client: Client) -> None:
    PublishedCaseFactory(place=CityFactory(latitude=20, longitude=110))
    tag = client.get("/en/cases/map/points/").headers["ETag"]

    again = client.get("/en/cases/map/points/", headers={"if-none-match": tag})

    assert again.status_code == 304


@pytest.mark.django_db
def test_an_approved_map_is_offered_with_its_number_while_it_is_shown(client: Client) -> None:
    row = ApprovedMapFactory()
    ApprovedMapFactory(is_shown=False)
    ApprovedMapFactory(picture=PictureFactory(licence=""))  # its rights are not in order

    (_coast, layer) = given(client)["layers"]

    assert (layer["review"], layer["name"]) == (NUMBER, "Standard map")
    assert layer["picture"] == f"/pictures/{row.picture.file.token}/1200.webp"
    assert layer["bounds"] == [0.0, 70.0, 55.0, 140.0]


@pytest.mark.django_db
def test_the_points_of_the_case_map_name_the_cases_once_in_every_place(client: Client) -> None:
    city = CityFactory(latitude=20, longitude=110)
    country = city.parent
    country.latitude, country.longitude = 21, 111
    country.save()
    first, second = PublishedCaseFactory(place=city), PublishedCaseFactory(place=country)

    rows = json.loads(client.get("/en/cases/map/points/").content)

    by_name = {row[2]: row for row in rows}
    assert by_name[city.name_en][5:] == [
        1, [[first.title_en, f"/en/cases/{first.number}/{first.slug_en}/"]], [1]
    ]  # fmt: skip
    assert by_name[country.name_en][5] == 2
    assert {title for title, _url in by_name[country.name_en][6]} == {
        first.title_en, second.title_en,
    }  # fmt: skip
    assert sorted(by_name[country.name_en][7]) == [0, 1]


@pytest.mark.django_db
def test_the_points_of_the_directory_name_the_organisations(client: Client) -> None:
    city = CityFactory(latitude=20, longitude=110)
    one = ListedOrganisationFactory(place=city, type="city-government")
    ListedOrganisationFactory(place=city, type="research")

    both = json.loads(client.get("/en/organisations/map/points/").content)
    narrowed = json.loads(client.get("/en/organisations/map/points/?type=city-government").content)

    assert len(both[0][6]) == both[0][5] == 2
    assert narrowed[0][6] == [[one.name_en, f"/en/organisations/{one.slug}/"]]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/en/cases/map/points/", "/en/organisations/map/points/"])
def test_the_answer_asks_as_often_for_many_as_for_one(client: Client, address: str) -> None:
    from tests.cases.test_detail import queries

    city = CityFactory(latitude=20, longitude=110)
    case = PublishedCaseFactory(place=city)
    organisation = ListedOrganisationFactory(place=city)

    def add(number: int) -> None:
        for more in copies(case, number, number=case_number):
            another = CityFactory(latitude=20, longitude=110)
            CasePlaceFactory(case=more, place=another)
            copies(organisation, 1, place=in_turn([another]), **NAMES)

    few = queries(client, address)
    add(2)
    some = queries(client, address)
    add(47)

    assert queries(client, address) == some == few <= 6
