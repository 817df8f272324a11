"""An event for chat groups: a text to copy and a code to scan, in each language it is public in."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.core import qr
from partnership.events import actions, sharing
from tests.factories.events import EventFactory, clerk

pytestmark = pytest.mark.django_db


def test_the_text_says_what_when_and_where_in_one_language() -> None:
    event = EventFactory(published=True)

    chinese, english = sharing.shares_of(event)

    assert chinese.text.splitlines()[0] == event.title_zh_hans
    assert f"http://testserver/zh-hans/events/{event.slug}/" in chinese.text
    assert "会议中心" in chinese.text
    assert event.title_en not in chinese.text
    assert english.text.splitlines()[-1] == f"http://testserver/en/events/{event.slug}/"
    assert "Conference centre" in english.text
    assert chinese.code != english.code


def test_only_public_languages_are_shared(client: Client, lin: User, settings: Any) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(lin)
    event = EventFactory()
    address = reverse("admin:events_event_share", args=[event.pk])
    assert "请先发布" in client.get(address).content.decode()
    actions.publish_event(event, "en", by=clerk())

    page = client.get(address).content.decode()

    assert f"/en/events/{event.slug}/" in page
    assert f"/zh-hans/events/{event.slug}/" not in page
    assert "<svg" in page
    change = client.get(reverse("admin:events_event_change", args=[event.pk])).content.decode()
    assert address in change
    assert client.get(reverse("admin:events_event_share", args=[0])).status_code == 404


def test_anybody_shares_an_event_in_their_language_or_the_one_there_is(client: Client) -> None:
    event = EventFactory(published=True)
    page = client.get(f"/en/events/{event.slug}/share/").content.decode()
    assert f"http://testserver/en/events/{event.slug}/" in page
    assert event.title_zh_hans not in page
    assert (
        f"/en/events/{event.slug}/share/"
        in client.get(f"/en/events/{event.slug}/").content.decode()
    )

    alone = actions.publish_event(EventFactory(), "zh-hans", by=clerk())

    assert (
        f"http://testserver/zh-hans/events/{alone.slug}/"
        in client.get(f"/en/events/{alone.slug}/share/").content.decode()
    )
    assert client.get(f"/en/events/{EventFactory().slug}/share/").status_code == 404


def test_a_code_is_a_square_with_a_name() -> None:
    code = qr.svg("https://example.org/", "A “code”")

    assert 'aria-label="A “code”"' in code
    width, path = qr.path_of("https://example.org/")
    assert f'viewBox="0 0 {width} {width}"' in code
    assert path in code


def test_the_text_about_a_demo_event_begins_with_the_mark() -> None:
    event = EventFactory(published=True, is_demo=True)

    chinese, english = sharing.shares_of(event)

    assert chinese.text.splitlines()[0] == f"【演示数据】{event.title_zh_hans}"
    assert english.text.splitlines()[0] == f"[Demo data] {event.title_en}"
