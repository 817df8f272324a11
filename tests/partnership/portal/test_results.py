"""The programme in numbers: each explained, and each leading to the records behind it."""

import re
from typing import Any

import pytest
from django.test import Client

from partnership.core import indicators
from partnership.events.choices import Kind
from partnership.events.models import SeatHold
from partnership.reports.models import CaseLead, ReportedAction
from tests.factories.cases import PublishedCaseFactory
from tests.factories.commitments import CommitmentFactory, days_ago
from tests.factories.copies import copies
from tests.factories.network import OrganisationFactory
from tests.factories.outcomes import ProjectFactory, public
from tests.factories.reference import CityFactory
from tests.factories.reports import published_rows
from tests.factories.results import NOON, came_to, held_events

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r'<td class="number"><a href="([^"#]+)#records">([\d,]+)</a>')
AMOUNT = re.compile(r'<span class="num">([\d,]+)</span>\s*</li>')


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def whole(digits: str) -> int:
    return int(digits.replace(",", ""))


@pytest.fixture
def facts() -> None:
    """Something for every indicator that this portal's events and cases feed."""
    city, other = CityFactory(), CityFactory()
    dialogues = held_events(2, place=city)
    (training,) = held_events(1, kind=Kind.TRAINING, place=other)
    (cleanup,) = held_events(1, kind=Kind.CLEANUP, place=city)
    sender = OrganisationFactory(place=CityFactory())
    hold = SeatHold.objects.create(event=training, organisation=sender, seats=9)
    came_to([training], 3, hold=hold)
    came_to(dialogues, 2)
    came_to([cleanup], 2, children=15, young_people=5)
    PublishedCaseFactory(is_demo=False)


@pytest.fixture
def everything(facts: None) -> None:
    """Something for every indicator, demo data beside it."""
    for late in ({}, {"due_on": days_ago(1)}, {"due_on": days_ago(400)}):
        CommitmentFactory(**late)
        CommitmentFactory(**late, kind="policy", is_demo=True)
    for stage in ("idea", "running"):
        public(ProjectFactory(stage=stage))
        public(ProjectFactory(stage=stage, is_demo=True))
    for report in published_rows(2):
        CaseLead.objects.create(report=report, title="Paid crews", story="By weight.")
        for text in ("Weigh nets", "Sort nets"):
            ReportedAction.objects.create(report=report, text=text)


def test_every_number_leads_to_exactly_the_records_behind_it(
    client: Client, everything: None
) -> None:
    page = text(client, "/en/results/")
    links = NUMBER.findall(page)

    assert {address.split("/")[3].partition("?")[0] for address, _number in links} == {
        indicator.key for indicator in indicators.in_order()
    }
    for address, number in links:
        behind = text(client, address.replace("&amp;", "&"))
        amounts = [whole(amount) for amount in AMOUNT.findall(behind)]
        assert sum(amounts) == whole(number), address


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_indicator_is_explained(client: Client, facts: None, language: str) -> None:
    page = text(client, f"/{language}/results/")

    for indicator in indicators.in_order():
        assert f'id="{indicator.key}"' in page
        assert f"/{language}/results/{indicator.key}/data.csv" in page
    assert ("How it is counted" in page) == (language == "en")
    assert ("计算方法" in page) == (language == "zh-hans")


def test_series_of_several_years_are_drawn(client: Client) -> None:
    empty = text(client, "/en/results/events-held/")
    assert '<svg class="chart' not in empty
    assert "Nothing to count yet." in empty
    held_events(1)
    held_events(2, starts_at=NOON.replace(year=2024))

    page = text(client, "/en/results/events-held/")

    assert "<title>Events held, 2024: 2 events</title>" in page
    assert "<title>Events held, 2025: 0 events</title>" in page


def test_one_year_is_drawn_by_its_parts(client: Client) -> None:
    held_events(2)

    page = text(client, "/en/results/events-held/")

    assert "<title>Events held, Roundtable dialogue: 2 events</title>" in page


def test_the_records_of_a_city_are_the_events_it_was_seen_at(client: Client) -> None:
    city = CityFactory(name_en="Sanya")
    held_events(2, place=city)

    page = text(client, "/en/results/cities-engaged/?period=2026")

    assert "Cities engaged, 2026: 1" in page
    assert "<strong>Sanya</strong>" in page
    assert page.count("/en/events/held-") == 2


def test_what_is_not_understood_of_an_address_is_said(client: Client, facts: None) -> None:
    page = text(client, "/en/results/events-held/?period=1066&part=feast")

    assert "Events held: 4" in page
    assert "“1066”" in page
    assert "“feast”" in page
    assert client.get("/en/results/no-such-number/").status_code == 404
    assert client.get("/en/results/no-such-number/data.csv").status_code == 404


def test_demo_data_are_marked_and_never_mixed(client: Client) -> None:
    held_events(3, is_demo=True)

    page = text(client, "/en/results/events-held/")
    assert "Events held: 3" in page
    assert "There are no facts yet." in page
    assert page.count("badge--demo") == 4  # the indicator and its three records
    assert "never added up" in text(client, "/en/results/")

    held_events(1)
    page = text(client, "/en/results/events-held/")
    assert "Events held: 1" in page
    assert "Demo data are left out." in page
    assert "There are no facts yet." not in page
    assert "never added up" not in text(client, "/en/results/")


def test_numbers_can_be_had_as_csv(client: Client) -> None:
    held_events(2)
    held_events(1, kind=Kind.CLEANUP)

    response = client.get("/en/results/events-held/data.csv")

    lines = response.getvalue().decode().removeprefix("\ufeff").splitlines()
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert lines[0] == "indicator,period,part,part_name,value,unit,is_demo"
    assert "events-held,2026,cleanup,Beach clean-up,1,events,false" in lines
    assert "events-held,2026,,,3,events,false" in lines
    assert "events-held,,,,3,events,false" in lines


def test_the_api_gives_the_same_numbers_in_both_languages(client: Client) -> None:
    held_events(2)
    held_events(1, kind=Kind.CLEANUP)

    answer = client.get("/api/v1/results/?page_size=100").json()

    rows = {row["key"]: row for row in answer["results"]}
    assert answer["count"] == len(rows) == len(indicators.in_order())
    events = rows["events-held"]
    assert events["name"] == {"zh-hans": "已举办活动", "en": "Events held"}
    assert {"period": "2026", "part": "cleanup", "value": 1} in events["values"]
    assert {"period": None, "part": None, "value": 3} in events["values"]
    assert events["pages"]["en"].endswith("/en/results/events-held/")
    assert events["is_demo"] is False
    assert client.get("/api/v1/results/?year=2026").status_code == 400


def test_the_way_there_is_in_foot_and_sitemap(client: Client) -> None:
    assert "/en/results/cases-published/" in text(client, "/sitemap-en.xml")
    assert 'href="/en/results/"' in text(client, "/en/results/events-held/")


def test_it_asks_the_same_for_one_and_for_fifty(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    def queries(address: str) -> int:
        with django_assert_max_num_queries(40) as found:
            text(client, address)
        return len(found)

    commitment, project = CommitmentFactory(), public(ProjectFactory())

    def more(number: int) -> list[int]:
        copies(commitment, number)
        copies(project, number)
        for _each in range(number):
            sender = OrganisationFactory(place=CityFactory())
            (event,) = held_events(1, kind=Kind.TRAINING, place=sender.place)
            hold = SeatHold.objects.create(event=event, organisation=sender, seats=2)
            came_to([event], 2, hold=hold)
        keys = ("cities-engaged", "commitments-on-time", "projects-by-stage")
        pages = ("/en/results/", *(f"/en/results/{key}/" for key in keys))
        text(client, pages[0])  # new names of places are read once
        return [queries(address) for address in (*pages, "/api/v1/results/")]

    one = more(1)
    assert one == more(2) == more(47)
