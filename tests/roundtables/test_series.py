"""The series of dialogues: what took place where, on what, when, and who took part."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from partnership.events.choices import Attendance
from partnership.events.models import Event, SeatHold
from partnership.reference.models import Place
from roundtables.participation import Participation
from roundtables.series import Series
from tests.factories.events import EventFactory
from tests.factories.network import OrganisationFactory
from tests.factories.reference import CityFactory, ProvinceFactory, ThemeFactory
from tests.factories.results import came_to

pytestmark = pytest.mark.django_db

PAGE = "/en/roundtables/series/"
WHO = "/en/roundtables/series/participants/"


def shown(client: Client, address: str = PAGE) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def took_place(place: Place, year: int = 2025, themes: Any = (), **values: Any) -> Event:
    """A dialogue of the first of May of `year`."""
    day = datetime(year, 5, 1, tzinfo=UTC)
    event = EventFactory(published=True, place=place, **values)
    event.themes.set(themes)
    Event.objects.filter(pk=event.pk).update(
        starts_at=day, ends_at=day + timedelta(hours=8), status="held"
    )
    return event


def test_it_counts_by_province_theme_and_year_and_shows_empty_cells(client: Client) -> None:
    fujian = ProvinceFactory(programme_focus=True, name_en="Fujian")
    hainan = ProvinceFactory(programme_focus=True, name_en="Hainan")
    nets, finance = ThemeFactory(name_en="Nets"), ThemeFactory(name_en="Finance")
    took_place(CityFactory(parent=fujian), 2023, [nets, finance], title_en="The first")
    took_place(fujian, 2025, [nets], title_en="The second")
    took_place(CityFactory(), 2025, title_en="Elsewhere")
    EventFactory(published=True, place=hainan)
    EventFactory(published=True, cancelled=True, place=hainan)
    put_away = EventFactory(published=True, cancelled=True, place=hainan)
    Event.objects.filter(pk=put_away.pk).update(status="archived")

    with override("en"):
        series = Series.of_public()

    assert series.years == [2025, 2024, 2023]
    assert list(series.provinces.values()) == ["Fujian", "Hainan", "Elsewhere"]
    assert series.count(province=fujian.code) == 2
    assert series.count(theme=nets.code) == 2
    assert series.count(year=2024) == 0
    assert len(list(series.table())) == 1 + 3 * 3 * len(series.themes)
    page = shown(client, f"{PAGE}?year=2025")
    assert "The second" in page
    assert "The first" not in page
    assert '<span class="soft">0</span>' in page
    assert "Elsewhere" in page


def test_a_cell_leads_to_the_dialogues_behind_it(client: Client) -> None:
    fujian = ProvinceFactory(programme_focus=True)
    nets = ThemeFactory(name_en="Nets")
    took_place(fujian, 2025, [nets], title_en="On nets")
    took_place(fujian, 2024, title_en="On something else")
    took_place(CityFactory(), 2024, title_en="In another place")
    link = f"?province={fujian.code}&amp;theme={nets.code}#dialogues"

    assert link in shown(client)
    page = shown(client, f"{PAGE}?province={fujian.code}&theme={nets.code}")
    assert "On nets" in page
    assert "On something else" not in page
    elsewhere = shown(client, f"{PAGE}?province=elsewhere&year=2024")
    assert "In another place" in elsewhere
    assert "On something else" not in elsewhere
    assert "left out: “1492”" in shown(client, f"{PAGE}?year=1492")


def test_before_the_first_dialogue_it_says_so(client: Client) -> None:
    page = shown(client)

    assert "No dialogue has taken place here yet." in page
    assert "Participation over time" not in page
    assert Participation.of_public().chart.values == []
    assert "No dialogue has taken place yet" in shown(client, WHO)


def test_cities_and_countries_take_part_by_place_and_by_people_who_came(client: Client) -> None:
    city, host_city, guest_city, absent_city = CityFactory.create_batch(4)
    host, guest, absent = (
        OrganisationFactory(place=place) for place in (host_city, guest_city, absent_city)
    )
    event = took_place(city, 2024, host=host)
    for organisation, attendance in (
        (guest, Attendance.PARTIAL),
        (absent, Attendance.ABSENT),
    ):
        hold = SeatHold.objects.create(event=event, organisation=organisation, seats=2)
        came_to([event], 1, organisation.slug, hold=hold, attendance=attendance)
    took_place(city, 2022)

    found = Participation.of_public()
    [cities, countries] = found.chart.series

    assert [(point.label, point.value) for point in cities.points] == [
        ("2022", 1),
        ("2023", 0),
        ("2024", 2),
    ]
    assert [point.value for point in countries.points] == [1, 0, 2]
    assert {code for code in found.cities if found.events(code, 2024)} == {
        city.code,
        guest_city.code,
    }
    assert "Participation over time" in shown(client)


NUMBER = re.compile(
    r'<td class="number"><a href="(/en/roundtables/series/[^"#]+)#dialogues">(\d+)</a>'
)
SHOWN = re.compile(r"(\d+) dialogues? took place")


def test_every_number_leads_to_as_many_dialogues(client: Client) -> None:
    fujian = ProvinceFactory(programme_focus=True)
    city, guest_city = CityFactory(parent=fujian), CityFactory()
    hold = {"organisation": OrganisationFactory(place=guest_city), "seats": 2}
    for year in (2023, 2023, 2025):
        event = took_place(city, year, [ThemeFactory(), ThemeFactory()])
        took_place(guest_city, year)
        came_to([event], hold=SeatHold.objects.create(event=event, **hold))
    took_place(city, is_demo=True)

    for page in (PAGE, f"{PAGE}?year=2023", WHO, f"/en/provinces/{fujian.code}/"):
        numbers = NUMBER.findall(shown(client, page))
        assert len(numbers) > 3, page
        for address, number in numbers:
            behind = shown(client, address.replace("&amp;", "&"))
            assert SHOWN.findall(behind) == [number], address


def test_who_took_part_is_told_by_country_and_city(client: Client) -> None:
    city, other = CityFactory(name_en="Pearl City", name_zh_hans="珍珠市"), CityFactory()
    assert city.country is not None
    took_place(city, 2024, title_en="At the sea")
    took_place(city, 2022)
    took_place(other, 2022, title_en="In the hills")
    link = f"/en/roundtables/series/?place={city.code}&amp;year=2024#dialogues"

    page = shown(client, WHO)

    assert link in page
    assert f'<a href="/en/cities/{city.code}/">Pearl City</a>' in page
    assert '<span class="soft">0</span>' in page
    narrowed = shown(client, f"{WHO}?country={city.country.code}")
    assert f"/en/cities/{city.code}/" in narrowed
    assert f"/en/cities/{other.code}/" not in narrowed
    assert "left out: “XX”" in shown(client, f"{WHO}?country=XX")
    behind = shown(client, f"{PAGE}?place={city.code}")
    assert "Pearl City took part" in behind
    assert "At the sea" in behind
    assert "In the hills" not in behind
    chinese = shown(client, f"/zh-hans/roundtables/series/?place={city.code}&year=2024")
    assert "珍珠市参加 · 2024" in chinese


def test_demo_dialogues_are_never_added_to_facts(client: Client) -> None:
    fujian = ProvinceFactory(programme_focus=True)
    city = CityFactory(parent=fujian)
    pages = (PAGE, WHO, f"/en/provinces/{fujian.code}/")
    took_place(city, 2024, is_demo=True)
    for page in pages:
        assert "There are no facts yet." in shown(client, page), page

    took_place(city, 2025)

    assert (Series.of_public().years, list(Participation.of_public().years)) == ([2025], [2025])
    for page in pages:
        html = shown(client, page)
        assert "Demo data are left out." in html, page
        assert "There are no facts yet." not in html, page


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("dialogues", "Province,Theme,Year"),
        ("participation", "Cities (places)"),
        ("participants", "Country,City,Year,Dialogues"),
    ],
)
def test_the_numbers_can_be_had_as_a_table(client: Client, name: str, words: str) -> None:
    took_place(CityFactory(), themes=[ThemeFactory()])

    answer = client.get(f"{PAGE}{name}.csv")

    assert words in b"".join(answer.streaming_content).decode()


def test_the_page_of_a_province_carries_its_own(client: Client) -> None:
    fujian = ProvinceFactory(programme_focus=True)
    nets = ThemeFactory(name_en="Nets")
    address = f"/en/provinces/{fujian.code}/"
    assert "No dialogue has taken place here yet." in shown(client, address)
    took_place(fujian, 2025, [nets])

    page = shown(client, address)

    assert "Dialogues by theme and year" in page
    assert f"province={fujian.code}&amp;theme={nets.code}&amp;year=2025#dialogues" in page


@pytest.mark.parametrize("address", [PAGE, WHO])
def test_it_asks_the_same_for_one_and_for_fifty(
    client: Client, address: str, django_assert_max_num_queries: Any
) -> None:
    province, theme = ProvinceFactory(programme_focus=True), ThemeFactory()

    def queries() -> int:
        shown(client, address)  # new cities are named from now on
        with django_assert_max_num_queries(14) as found:
            shown(client, address)
        return len(found)

    def more(number: int) -> None:
        for _each in range(number):
            EventFactory(place=CityFactory(parent=province)).themes.set([theme])
        moment = datetime(2025, 5, 1, tzinfo=UTC)
        Event.objects.update(
            starts_at=moment,
            ends_at=moment + timedelta(hours=8),
            status="held",
            public_since=moment,
            published_en_at=moment,
        )

    more(1)
    queries()
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()
