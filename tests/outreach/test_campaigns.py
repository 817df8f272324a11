"""Campaigns follow their clean-ups: in the search, in the states of translations, at one form."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from outreach.models import Campaign, Cleanup
from partnership.accounts.models import User
from partnership.core.languages import CHINESE, LANGUAGES
from partnership.events import actions as events
from partnership.events.choices import Kind
from partnership.events.models import Event
from partnership.search.indexing.sweeping import sweep
from partnership.search.models import SearchEntry
from partnership.search.sources import source_of
from partnership.translations import actions as translations
from partnership.translations.choices import State
from partnership.translations.models import TranslatedObject
from tests.factories.events import EventFactory, clerk, published
from tests.factories.programmes import CampaignFactory, CleanupFactory
from tests.factories.reference import CityFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def draft(**values: Any) -> Event:
    return EventFactory(kind=Kind.CLEANUP, max_group_size=50, **values)


def found_in_search() -> list[int]:
    entries = SearchEntry.objects.filter(kind="campaign")
    return list(entries.order_by("pk").values_list("object_id", flat=True))


def line() -> TranslatedObject:
    return TranslatedObject.objects.get(kind="campaign")


# --- The search --------------------------------------------------------------------------------


def test_it_is_found_from_its_first_public_cleanup_to_its_last() -> None:
    event = CleanupFactory(event=draft()).event
    CleanupFactory(event=draft(), campaign=event.cleanup.campaign)
    assert found_in_search() == []

    published(event)
    assert found_in_search() == [event.cleanup.campaign_id]
    for language in LANGUAGES:
        assert found_in_search()
        events.withdraw_event(event, language, by=clerk(), reason="Moved.")

    assert found_in_search() == []


def test_its_entry_says_name_cleanups_places_and_themes_in_both_languages() -> None:
    theme, city = ThemeFactory(), CityFactory()
    one = CleanupFactory(event=published(draft(place=city, title_en="Sanya clean-up"))).event
    one.themes.add(theme)
    CleanupFactory(event=draft(title_en="Not announced"), campaign=one.cleanup.campaign)

    (found,) = source_of("campaign").found([one.cleanup.campaign_id])

    assert (found.text("en").title, found.text("en").body) == (
        "Clean ocean season",
        "Sanya clean-up",
    )
    assert (found.text(CHINESE).title, found.text(CHINESE).summary) == ("清洁海洋季", "秋季净滩。")
    assert found.addresses["en"] == f"/en/outreach/campaigns/{one.cleanup.campaign.slug}/"
    assert (found.year, found.themes, found.countries) == (
        2027,
        (theme.code,),
        (city.country.code,),
    )
    assert {city.name_en, "Clean ocean", "清洁海洋"} <= set(found.labels)
    assert found.public_since == one.public_since


def test_it_is_demo_as_long_as_all_of_its_cleanups_are() -> None:
    made_up = CleanupFactory(event=published(draft(is_demo=True)))
    real = CleanupFactory(event=draft(), campaign=made_up.campaign).event
    source = source_of("campaign")
    assert [found.is_demo for found in source.found([made_up.campaign_id])] == [True]

    published(real)

    assert [found.is_demo for found in source.found([made_up.campaign_id])] == [False]


def test_what_is_written_past_the_models_is_swept_up() -> None:
    cleanup = CleanupFactory()
    sweep()
    assert found_in_search() == [cleanup.campaign_id]

    Cleanup.objects.update(campaign=None)
    sweep()

    assert found_in_search() == []


def test_visitors_find_it_by_words_of_either_language(client: Client) -> None:
    cleanup = CleanupFactory(
        campaign__name_en="Turtle bay month", campaign__name_zh_hans="海龟湾月"
    )
    sweep()
    address = f"/outreach/campaigns/{cleanup.campaign.slug}/"

    english = client.get("/en/search/", {"q": "turtle bay"}).content.decode()
    chinese = client.get("/zh-hans/search/", {"q": "海龟湾"}).content.decode()

    assert f"/en{address}" in english
    assert "Campaign of clean-ups" in english
    assert f"/zh-hans{address}" in chinese


# --- The state of its translation --------------------------------------------------------------


def test_a_missing_summary_is_seen_and_names_are_drafts_until_somebody_approves() -> None:
    CampaignFactory(summary_en="")

    assert (line().source_language, line().missing, line().draft) == (CHINESE, 1, 1)


def test_its_translation_is_public_with_its_first_public_cleanup() -> None:
    event = CleanupFactory(event=draft()).event
    assert not line().is_public

    published(event)

    assert line().is_public


def test_an_approved_translation_is_out_of_date_when_the_source_changes(zhao: User) -> None:
    campaign = CampaignFactory(name_en="Clean sea season")
    (unit,) = line().units.filter(field="name")
    (approval,) = translations.approvals_of([unit])
    better = translations.Approval(unit, "Clean ocean season", approval.token)
    translations.approve(line(), [better], by=zhao)
    campaign.refresh_from_db()
    assert (campaign.name_en, campaign.version) == ("Clean ocean season", 2)
    unit.refresh_from_db()
    assert unit.state == State.APPROVED

    campaign.name_zh_hans = "蓝色星球季"
    campaign.save()

    unit.refresh_from_db()
    assert unit.state == State.STALE


# --- The secretariat's form --------------------------------------------------------------------


def test_two_at_one_form_lose_nothing(client: Client, zhao: User, settings: Any) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    campaign = CleanupFactory().campaign
    address = reverse("admin:outreach_campaign_change", args=[campaign.pk])
    page = client.get(address).content.decode()
    assert f"/campaigns/{campaign.slug}/" in page
    typed = {
        "slug": campaign.slug,
        "name_zh_hans": "秋季净滩",
        "name_en": "Autumn clean-ups",
        "theme": "care",
        "starts_on": "2027-09-01",
        "ends_on": "2027-10-31",
        "opened_version": campaign.version,
    }

    assert client.post(address, typed).status_code == 302
    second = client.post(address, typed | {"name_en": "Late clean-ups"})

    assert second.status_code == 200
    assert "Late clean-ups" in second.content.decode()
    campaign = Campaign.objects.get()
    assert (campaign.name_en, campaign.theme, campaign.version) == ("Autumn clean-ups", "care", 2)
