"""The list of cities and the page of each."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from partnership.events.models import SeatHold
from partnership.network.choices import OrganisationType
from partnership.reference.models import Place
from partnership.reports.models import EventReport
from tests.factories.cases import CasePlaceFactory, PublishedCaseFactory
from tests.factories.commitments import CommitmentFactory, ProposalFactory, ReportFactory
from tests.factories.copies import copies
from tests.factories.events import EventFactory, held
from tests.factories.monitoring import SurveySiteFactory
from tests.factories.network import NAMES, ListedOrganisationFactory, OrganisationFactory
from tests.factories.outcomes import ProjectFactory, public
from tests.factories.reference import CityFactory, ProvinceFactory
from tests.factories.reports import published_rows
from tests.factories.results import came_to, held_events

pytestmark = pytest.mark.django_db


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.fixture
def city() -> Place:
    """A city of which the portal has everything."""
    found = CityFactory(
        code="cn-pearl",
        parent=ProvinceFactory(name_en="Shell Province", name_zh_hans="贝壳省"),
        name_en="Pearl City",
        name_zh_hans="珍珠市",
        zero_waste_city_since=2022,
        zero_waste_source="List",
        latitude="24.480",
        longitude="118.089",
    )
    bureau = ListedOrganisationFactory(
        place=found, type=OrganisationType.CITY_GOVERNMENT, name_en="Bureau of Pearl City"
    )
    ReportFactory(commitment=CommitmentFactory(organisation=bureau, title_en="Buoys replaced"))
    ProposalFactory(organisation=bureau, title_en="A proposal")
    CasePlaceFactory(case=PublishedCaseFactory(title_en="Paid crews"), place=found, order=9)
    public(ProjectFactory(place=found, title_en="Mangroves in the bay"))
    EventFactory(published=True, place=found, title_en="Dialogue to come")
    held(EventFactory(published=True, place=found, title_en="Clean-up that was"))
    (elsewhere, missed) = held_events(2)
    for event, seen in ((elsewhere, "attended"), (missed, "absent")):
        hold = SeatHold.objects.create(event=event, organisation=bureau, seats=2)
        came_to([event], 1, hold=hold, attendance=seen)
    (report,) = published_rows(1)
    EventReport.objects.filter(pk=report.pk).update(organisation=bureau)
    SurveySiteFactory(place=found, organisation=bureau)
    return found


def test_everything_of_a_city_stands_on_its_page(client: Client, city: Place) -> None:
    ListedOrganisationFactory(place=CityFactory(), name_en="Bureau of another city")
    page = text(client, "/en/cities/cn-pearl/")

    for words in (
        *("Pearl City", "Zero-waste city", "since 2022", "Shell Province", "Bureau of Pearl City"),
        *("Buoys replaced", "green light", "Paid crews", "Mangroves in the bay"),
        *("Dialogue to come", "Clean-up that was", "Took part elsewhere", "City reports"),
        *("/en/monitoring/cities/cn-pearl/", "no survey of a beach has been approved yet"),
    ):
        assert words in page, words
    assert '"@type":"City"' in page
    attended = held_titles(page)
    assert attended == ["Held event 2", "Held event 4"]  # and the one its report is about
    for words in ("A proposal", "Bureau of another city", "Nothing from this city yet"):
        assert words not in page, words
    chinese = text(client, "/zh-hans/cities/cn-pearl/")
    for words in ("珍珠市", "贝壳省", "无废城市", "绿灯", '<dd lang="en">Pearl City</dd>'):
        assert words in chinese, words


def held_titles(page: str) -> list[str]:
    return sorted(f"Held event {number}" for number in range(9) if f"Held event {number}" in page)


def test_every_page_that_names_a_city_leads_to_it(client: Client, city: Place) -> None:
    other = ProvinceFactory(programme_focus=True)
    harbour = CityFactory(parent=other)
    address = "/en/cities/cn-pearl/"
    organisation = ListedOrganisationFactory(place=city)
    case = PublishedCaseFactory()
    CasePlaceFactory(case=case, place=city, order=9)
    with override("en"):
        pages = [
            reverse("network:organisation", args=[organisation.slug]),
            reverse("events:event", args=[EventFactory(published=True, place=city).slug]),
            reverse("reports:report", args=[EventReport.objects.get().pk]),
            reverse("monitoring:city", args=[city.code]),
            reverse("search:results") + "?q=Pearl+City",
            *("/en/cities/", "/sitemap-en.xml"),
        ]

    for page in pages:
        assert address in text(client, page), page
    assert address in client.get(f"/en/cases/{case.number}/", follow=True).content.decode()
    assert f"/en/cities/{harbour.code}/" in text(client, f"/en/provinces/{other.code}/")
    foot = text(client, "/en/").split("<footer")[1]
    assert 'href="/en/cities/"' in foot


def test_a_city_without_anything_says_what_can_be_done(client: Client) -> None:
    page = text(client, f"/en/cities/{CityFactory().code}/")

    assert "Nothing from this city yet" in page
    assert 'href="/en/join/"' in page


def test_an_earlier_name_and_the_city_of_today_lead_to_each_other(client: Client) -> None:
    today = CityFactory(name_en="New Port")
    before = CityFactory(name_en="Old Port", valid_to="2025-06-30", successor=today)

    page = text(client, f"/en/cities/{before.code}/")

    assert "This name is no longer in use" in page
    assert f'<a href="/en/cities/{today.code}/">New Port</a>' in page
    assert "Old Port" in text(client, f"/en/cities/{today.code}/")
    assert f"/en/cities/{before.code}/" not in text(client, "/en/cities/")


def test_only_cities_have_a_page(client: Client) -> None:
    for code in (ProvinceFactory().code, "cn-atlantis"):
        assert client.get(f"/en/cities/{code}/").status_code == 404


def test_the_list_is_narrowed_and_says_what_it_did_not_understand(
    client: Client, city: Place
) -> None:
    other = CityFactory(name_en="Far Harbour")
    assert city.country is not None
    assert city.province is not None

    assert "1 organisation, 1 commitment, 1 case, 2 events" in text(client, "/en/cities/")
    assert "1个组织、1项承诺、1个案例、2场活动" in text(client, "/zh-hans/cities/")
    for query in (
        f"country={city.country.code}",
        f"province={city.province.code}",
        "kind=zero-waste",
        "q=珍珠",
    ):
        page = text(client, f"/en/cities/?{query}")
        assert "1 city" in page, query
        assert "Pearl City" in page, query
        assert "Far Harbour" not in page, query
    assert other.name_en in text(client, "/en/cities/?q=Harbour")
    assert "left out: “XX”" in text(client, "/en/cities/?country=XX")
    assert "Nothing matches these filters" in text(client, "/en/cities/?q=nowhere")


def test_before_the_first_city_the_list_says_so(client: Client) -> None:
    assert "No city has been entered yet" in text(client, "/en/cities/")


@pytest.mark.parametrize("address", ["/en/cities/", "/en/cities/cn-pearl/"])
def test_they_ask_the_same_for_one_and_for_fifty(
    client: Client, city: Place, address: str, django_assert_max_num_queries: Any
) -> None:
    def queries() -> int:
        with django_assert_max_num_queries(30) as found:
            text(client, address)
        return len(found)

    organisation = ListedOrganisationFactory(place=city)

    def more(number: int) -> None:
        CityFactory.create_batch(number, parent=city.province)
        copies(organisation, number, **NAMES)
        held_events(number, place=city)
        owner = OrganisationFactory(place=city)
        CommitmentFactory.create_batch(number, organisation=owner)

    queries()
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()
