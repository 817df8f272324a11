"""The series of dialogues: what took place where, on what, when, and who took part."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from partnership.events.choices import Attendance
from partnership.events.models import Event, SeatHold
from partnership.reference.models import Place
from roundtables import participation
from roundtables.series import Series
from tests.factories.events import EventFactory
from tests.factories.network import OrganisationFactory
from tests.factories.reference import CityFactory, ProvinceFactory, ThemeFactory
from tests.factories.results import came_to

pytestmark = pytest.mark.django_db

PAGE = "/en/roundtables/series/"


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
    assert participation.chart().values == []


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

    [cities, countries] = participation.chart().series

    assert [(point.label, point.value) for point in cities.points] == [
        ("2022", 1),
        ("2023", 0),
        ("2024", 2),
    ]
    assert [point.value for point in countries.points] == [1, 0, 2]
    assert participation.cities()[2024] == {city.code, guest_city.code}
    assert "Participation over time" in shown(client)


@pytest.mark.parametrize(
    ("name", "words"), [("dialogues", "Province,Theme,Year"), ("participation", "Cities (places)")]
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


def test_it_asks_the_same_for_one_and_for_fifty(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    city = CityFactory(parent=ProvinceFactory(programme_focus=True))
    theme = ThemeFactory()

    def queries() -> int:
        with django_assert_max_num_queries(14) as found:
            shown(client)
        return len(found)

    def more(number: int) -> None:
        for event in EventFactory.create_batch(number, place=city):
            event.themes.set([theme])
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
