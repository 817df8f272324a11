"""Beach clean-ups: what people know before they come."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from outreach.models import Campaign, Cleanup
from partnership.accounts.models import User
from partnership.attendance.models import CheckIn
from partnership.events.choices import Kind
from tests.factories.events import EventFactory, clerk, held
from tests.factories.programmes import CampaignFactory, CleanupFactory
from tests.factories.results import NOON, came_to, held_events

pytestmark = pytest.mark.django_db


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_the_page_says_what_to_know_before(client: Client) -> None:
    tide = datetime(2027, 9, 18, 1, 30, tzinfo=UTC)
    cleanup = CleanupFactory(low_tide_at=tide)

    english = text(client, f"/en/events/{cleanup.event.slug}/")
    chinese = text(client, f"/zh-hans/events/{cleanup.event.slug}/")

    for words in ("Clean ocean season", "Golden Beach", "Gloves", "Leave needles alone.", "09:30"):
        assert words in english, words
    assert "0.4 metres" in english
    assert "up to 50 people" in english
    for words in ("清洁海洋季", "金沙滩", "手套", "不拾针头。", "潮高0.4米"):
        assert words in chinese, words


def test_afterwards_equipment_and_safety_are_gone(client: Client) -> None:
    event = held(CleanupFactory().event)

    page = text(client, f"/en/events/{event.slug}/")

    assert "Clean ocean season" in page
    assert "Gloves" not in page
    assert "up to 50 people" not in page


def test_a_cleanup_needs_no_campaign(client: Client) -> None:
    cleanup = CleanupFactory(campaign=None, event__max_group_size=1)

    page = text(client, f"/en/events/{cleanup.event.slug}/")

    assert ">Campaign<" not in page
    assert "Classes and teams" not in page
    assert str(cleanup) == str(cleanup.event)
    bare = EventFactory(published=True, kind=Kind.CLEANUP)
    assert "What you are given" not in text(client, f"/en/events/{bare.slug}/")


def test_a_campaign_has_both_names_and_ends_after_it_begins() -> None:
    campaign = CampaignFactory()
    assert str(campaign) == "清洁海洋季"
    for values in ({"name_en": ""}, {"ends_on": date(2027, 8, 31)}, {"theme": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Campaign.objects.filter(pk=campaign.pk).update(**values)


def test_the_section_lists_cleanups(client: Client) -> None:
    CleanupFactory(event__title_en="Sanya clean-up")

    page = text(client, "/en/outreach/")

    assert "Sanya clean-up" in page
    assert "Come with a class or a team" in page


def test_a_campaign_has_a_page_with_all_of_its_cleanups(client: Client) -> None:
    first = CleanupFactory(event__title_en="Sanya clean-up", event__title_zh_hans="三亚净滩")
    campaign = first.campaign
    over = held_events(1, kind=Kind.CLEANUP, is_demo=False)
    CleanupFactory(campaign=campaign, event=over[0])
    came_to(over, 1, other_adults=1, children=5)
    (group,) = came_to(over, 1, "class", other_adults=4, children=35)
    CheckIn.objects.create(registration=group, day=NOON.date(), people=12, at=NOON, by=clerk())
    address = f"/en/outreach/campaigns/{campaign.slug}/"

    page = text(client, address)

    for words in ("Clean ocean season", "Clean-ups in autumn.", "Sanya clean-up", over[0].title_en):
        assert words in page, words
    counts = {"Clean-ups so far": 1, "People who came": 19, "Of these under 18, as booked": 17}
    for term, value in counts.items():
        assert f'<dt class="meta">{term}</dt><dd>{value}</dd>' in page, term
    assert "badge--demo" not in page
    assert "三亚净滩" in text(client, f"/zh-hans/outreach/campaigns/{campaign.slug}/")
    assert address in text(client, f"/en/events/{first.event.slug}/")
    assert address in text(client, "/en/outreach/")
    assert address in text(client, "/sitemap-en.xml")


def test_a_campaign_without_a_public_cleanup_is_not_there(client: Client) -> None:
    campaign = CleanupFactory(event=EventFactory(kind=Kind.CLEANUP)).campaign
    address = f"/en/outreach/campaigns/{campaign.slug}/"

    assert client.get(address).status_code == 404
    assert address not in text(client, "/en/outreach/")


def test_the_page_of_a_demo_campaign_is_marked(client: Client) -> None:
    cleanup = CleanupFactory(event__is_demo=True, campaign__ends_on="2027-09-01")

    page = text(client, f"/en/outreach/campaigns/{cleanup.campaign.slug}/")

    assert "badge--demo" in page.split("</h1>", 1)[1].split("</header>", 1)[0]
    assert "<dd>1 September 2027</dd>" in page


def test_the_page_of_a_campaign_asks_the_same_for_one_and_for_fifty(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    campaign = CampaignFactory()
    address = f"/en/outreach/campaigns/{campaign.slug}/"

    def queries() -> int:
        with django_assert_max_num_queries(12) as found:
            assert client.get(address).status_code == 200
        return len(found)

    def more(number: int) -> None:
        events = held_events(number, kind=Kind.CLEANUP)
        Cleanup.objects.bulk_create(Cleanup(event=event, campaign=campaign) for event in events)

    more(1)
    client.get(address)
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()


def test_the_secretariat_keeps_campaigns(client: Client, zhao: User, settings: Any) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    typed = {
        "slug": "autumn",
        "name_zh_hans": "秋季净滩",
        "name_en": "Autumn clean-ups",
        "theme": "clean-ocean",
        "starts_on": "2027-09-01",
        "ends_on": "2027-10-31",
    }
    assert client.post(reverse("admin:outreach_campaign_add"), typed).status_code == 302
    assert Campaign.objects.get().name_en == "Autumn clean-ups"


def test_the_list_of_campaigns_asks_the_same_for_one_and_for_fifty(
    client: Client, zhao: User, settings: Any, django_assert_max_num_queries: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    address = reverse("admin:outreach_campaign_changelist")

    def queries() -> int:
        with django_assert_max_num_queries(40) as found:
            assert client.get(address).status_code == 200
        return len(found)

    CampaignFactory()
    client.get(address)
    one = queries()
    CampaignFactory.create_batch(2)
    three = queries()
    CampaignFactory.create_batch(47)

    assert one == three == queries()
