"""The home page: figures that lead to their records, the latest of everything."""

import json
import re

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils.translation import override

from partnership.portal import key_figures
from partnership.portal.lines_of_work import LINES
from partnership.reference.models import Theme
from tests.factories.cases import (
    CasePlaceFactory,
    IndicatorFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
    case_number,
)
from tests.factories.copies import copies
from tests.factories.events import EventFactory, held
from tests.factories.portal import NewsFactory, public
from tests.factories.reference import CityFactory, CountryFactory, ProvinceFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def html(client: Client, path: str = "/en/") -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def links(page: str) -> list[str]:
    return re.findall(r'href="(/en/cases/\?[^"]*)"', page)


def test_an_empty_portal_shows_what_it_is_for_and_no_empty_boxes(client: Client) -> None:
    page = html(client)

    assert "Four lines of work" in page
    for heading in ("Key figures", "Latest cases", "Where the cases come from", "All news"):
        assert heading not in page


def test_it_shows_the_latest_cases_and_news(client: Client) -> None:
    for number in range(7):
        PublishedCaseFactory(title_en=f"Case {number}")
    public(NewsFactory(title_en="Fresh news"))
    NewsFactory(title_en="Draft news")

    page = html(client)

    assert [f"Case {number}" in page for number in range(7)] == [False, *[True] * 6]
    assert "Fresh news" in page
    assert "Draft news" not in page


def test_it_counts_what_is_public_and_nothing_else() -> None:
    city = CityFactory(latitude=1, longitude=100)
    case = PublishedCaseFactory(place=city)
    PublishedCaseFactory(place=city, languages=["en"])
    draft = ReadyCaseFactory()
    source = case.sources.get()
    IndicatorFactory(case=case, source=source)
    IndicatorFactory(case=case, source=None, grade="", order=1)
    IndicatorFactory(case=draft, source=draft.sources.get())

    counted = key_figures.counts()

    assert (counted.cases, len(counted.direct), len(counted.countries)) == (2, 1, 1)
    assert counted.indicators == 1


def test_every_figure_has_a_definition_and_a_way_to_its_records(client: Client) -> None:
    PublishedCaseFactory()

    figures = key_figures.stats(key_figures.counts())

    assert len(figures) == 4
    for stat in figures:
        assert stat["definition"]
        assert stat["url"]
        assert stat["link"]


@time_machine.travel("2026-11-30 20:00 +08:00", tick=False)
def test_the_figures_say_of_which_day_they_are(client: Client) -> None:
    PublishedCaseFactory()

    assert "as of 30 November 2026" in html(client)
    assert "截至2026年11月30日" in html(client, "/zh-hans/")


def test_each_line_of_work_leads_to_its_cases_once_there_are_some(client: Client) -> None:
    for line in LINES[:3]:
        ThemeFactory(code=line.theme)
    for theme in ("zero-waste-city", "zero-waste-city", "litter-monitoring"):
        PublishedCaseFactory().themes.add(Theme.objects.get(code=theme))

    lines = key_figures.lines(key_figures.counts())
    page = html(client)

    assert [line.number for line in lines] == [2, 1, 0, 0]
    assert 'href="/en/cases/?theme=zero-waste-city"' in page
    assert "theme=ocean-finance" not in page


def test_the_theme_of_each_line_of_work_is_reference_data() -> None:
    call_command("load_reference", verbosity=0)

    assert Theme.objects.filter(code__in=[line.theme for line in LINES]).count() == len(LINES)


def test_the_places_of_the_map_stand_under_their_countries(client: Client) -> None:
    thailand = CountryFactory(name_en="Thailand", position=2)
    china = CountryFactory(name_en="China", position=1)
    for country, name in ((thailand, "Rayong"), (china, "Xiamen"), (thailand, "Bangkok")):
        place = CityFactory(parent=country, name_en=name, latitude=1, longitude=100)
        PublishedCaseFactory(place=place)

    with override("en"):
        points = key_figures.map_of_places(key_figures.counts()).points

    assert [(point.group, point.name) for point in points] == [
        ("China", "Xiamen"),
        ("Thailand", "Bangkok"),
        ("Thailand", "Rayong"),
    ]


def test_the_map_leads_to_as_many_cases_as_it_says(client: Client) -> None:
    province = ProvinceFactory(latitude=20, longitude=110)
    city = CityFactory(parent=province, latitude=21, longitude=111)
    PublishedCaseFactory(place=province)
    PublishedCaseFactory(place=city)
    PublishedCaseFactory(place=city)

    points = key_figures.map_of_places(key_figures.counts()).points

    assert {point.name: point.count for point in points} == {province.name: 3, city.name: 2}
    for point in points:
        parameter, code = point.url.split("?")[1].split("=")
        assert parameter in {"province", "city"}
        assert code in {province.code, city.code}


def test_a_place_without_a_position_is_left_out_of_the_map() -> None:
    PublishedCaseFactory(place=CityFactory(latitude=None, longitude=None))

    assert key_figures.map_of_places(key_figures.counts()).points == []


def test_it_tells_search_engines_who_publishes(client: Client) -> None:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html(client))

    assert [json.loads(block)["@type"] for block in blocks] == ["WebSite", "Organization"]


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_the_number_of_queries_does_not_grow(
    client: Client, rows: int, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    case = PublishedCaseFactory(place=CityFactory(latitude=1, longitude=100))
    cases = copies(case, rows - 1, number=case_number, rows=["sources", "blocks"])
    for more in cases:
        CasePlaceFactory(case=more, place=CityFactory(latitude=1, longitude=100))
    copies(public(NewsFactory()), rows - 1)
    copies(EventFactory(published=True), rows - 1)

    with django_assert_num_queries(7):
        client.get("/en/")


def test_it_shows_what_is_coming_next(client: Client) -> None:
    EventFactory(published=True, title_en="Xiamen dialogue")
    held(EventFactory(published=True, title_en="Haikou dialogue"))

    page = client.get("/en/").content.decode()

    assert "Coming events" in page
    assert "Xiamen dialogue" in page
    assert "Haikou dialogue" not in page
