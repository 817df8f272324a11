"""The list of published reports: narrowed, searched, and the same for programs."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from partnership.accounts.models import User
from partnership.events.models import Event
from partnership.reports.models import CaseLead, EventReport, ReportedAction
from partnership.review import actions as of_review
from partnership.search.indexing.sweeping import sweep
from partnership.search.models import SearchEntry
from tests.factories.reports import owed, published, published_rows, writer_of

pytestmark = pytest.mark.django_db
PAGE = "/en/reports/"
API = "/api/v1/city-reports/"


def shown(client: Client, query: str = "", page: str = PAGE) -> str:
    response = client.get(f"{page}{query}")
    assert response.status_code == 200, query
    return response.content.decode()


@pytest.fixture
def two() -> tuple[EventReport, EventReport]:
    """Of two cities of two countries, on events of two years by the clocks of their places."""
    first, second = published_rows(2)
    # In Hanoi it is still 2025, in Beijing it is not.
    Event.objects.filter(pk=first.event_id).update(
        starts_at=datetime(2025, 12, 31, 16, 30, tzinfo=UTC), timezone="Asia/Ho_Chi_Minh"
    )
    return first, second


def test_it_is_narrowed_by_country_city_and_year(
    client: Client, two: tuple[EventReport, EventReport]
) -> None:
    first, second = two
    place = first.organisation.place
    assert place is not None
    assert place.country is not None

    for query in (f"?country={place.country.code}", f"?city={place.code}", "?year=2025"):
        page = shown(client, query)
        assert f"/en/reports/{first.pk}/" in page, query
        assert f"/en/reports/{second.pk}/" not in page, query
    assert "left out: “1999”" in shown(client, "?year=1999")
    nothing = shown(client, f"?city={place.code}&year=2026")
    assert "Nothing matches these filters" in nothing


def test_a_report_is_found_by_its_text_its_city_and_its_event(
    client: Client, nguyen: User, zhao: User
) -> None:
    report = owed()
    writer_of(report, nguyen)
    assert not SearchEntry.objects.filter(kind="report").exists()

    kept = published(report, nguyen, zhao)

    for words in ("Nets are sorted", "Paid crews", kept.event.title_en, kept.organisation.name_en):
        assert f"/en/reports/{kept.pk}/" in shown(client, f"?q={words}"), words
    chinese = shown(client, f"?q={kept.event.title_zh_hans}", "/zh-hans/reports/")
    assert f"/zh-hans/reports/{kept.pk}/" in chinese
    assert f"/en/reports/{kept.pk}/" in shown(client, "?q=Paid+crews", "/en/search/")
    for nothing in ("nowhere", "!!"):
        assert "Nothing matches these filters" in shown(client, f"?q={nothing}")


def test_a_withdrawn_report_is_swept_out_of_the_search(nguyen: User, zhao: User) -> None:
    report = owed()
    kept = published(report, writer_of(report, nguyen), zhao)
    assert SearchEntry.objects.filter(kind="report").count() == 1
    assert kept.submission is not None

    of_review.withdraw(kept.submission, by=zhao, reason="Wrong figures.")
    sweep()

    assert not SearchEntry.objects.filter(kind="report").exists()


def test_programs_read_the_reports(client: Client, two: tuple[EventReport, EventReport]) -> None:
    first, second = two
    ReportedAction.objects.create(report=first, text="Weigh nets", by_when="2027-03")
    CaseLead.objects.create(report=first, title="Paid crews", story="By weight.")
    place = first.organisation.place
    assert place is not None

    found = client.get(f"{API}?city={place.code}&year=2025").json()["results"]

    assert [row["number"] for row in found] == [first.pk]
    [row] = found
    assert row["event_title"]["en"] == first.event.title_en
    assert row["actions"] == [{"text": "Weigh nets", "by_when": "2027-03"}]
    assert row["leads"] == [{"title": "Paid crews", "story": "By weight."}]
    assert row["pages"]["en"].endswith(f"/en/reports/{first.pk}/")
    assert "support" not in row
    ordered = client.get(f"{API}?ordering=-number").json()["results"]
    assert [row["number"] for row in ordered] == [second.pk, first.pk]


@pytest.mark.parametrize("query", ["country=XX", "city=cn-atlantis", "year=soon", "colour=red"])
def test_programs_are_told_what_was_not_understood(client: Client, query: str) -> None:
    assert client.get(f"{API}?{query}").status_code == 400


@pytest.mark.parametrize("address", [API, f"{PAGE}?year=2026"])
def test_lists_ask_the_same_for_one_and_for_fifty(
    client: Client, address: str, django_assert_max_num_queries: Any
) -> None:
    def queries() -> int:
        client.get(address)  # new cities are named from now on
        with django_assert_max_num_queries(20) as found:
            assert client.get(address).status_code == 200
        return len(found)

    def more(number: int) -> None:
        for report in published_rows(number):
            CaseLead.objects.create(report=report, title="A", story="B")

    more(1)
    queries()
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()
