"""Public pages are kept for strangers, renewed with the next request after a change, and never
given to, or taken from, anybody who is known."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from django.conf import LazySettings
from django.core.cache import cache
from django.db import OperationalError, connection, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import layered_cache, page_cache, publication_version
from partnership.events.models import Event
from partnership.portal import actions, content, sitemaps
from partnership.portal.models import News
from tests.factories.cases import PublishedCaseFactory
from tests.factories.events import EventFactory, RegistrationFactory
from tests.factories.portal import NewsFactory, PageFactory, public

PATH = "/en/news/a/"
# What they say depends on the clock and on seats: kept for a moment, and never said to be still right.
OF_THE_MOMENT = tuple(
    f"/en/{name}/"
    for name in (
        *("events", "roundtables", "monitoring", "outreach", "provinces"),
        *("results", "reports", "commitments", "cities", "submissions"),
    )
)
# Kept among them: what they say changes with the database alone.
KEPT = ("/en/roundtables/projects/",)


@pytest.fixture
def news(transactional_db: None) -> News:
    """A public piece of news; nothing is inside a transaction, so pages can be kept."""
    return public(NewsFactory(key="a", title_en="First title"))


@pytest.fixture(autouse=True)
def _empty_memory() -> Iterator[None]:
    yield
    layered_cache.memory.clear()
    cache.clear()


def is_kept(response: HttpResponse) -> bool:
    """Nothing was rendered for this answer."""
    return not response.templates and b"<title>" in response.content


def test_a_second_stranger_gets_the_page_the_first_one_caused(news: News, client: Client) -> None:
    first, second = client.get(PATH), Client().get(PATH)

    assert not is_kept(first)
    assert is_kept(second)
    assert second.content == first.content


def test_a_kept_page_costs_one_small_query(
    news: News, client: Client, django_assert_num_queries: Any
) -> None:
    client.get(PATH)

    with django_assert_num_queries(1):
        assert is_kept(client.get(PATH))


def test_a_kept_page_has_the_same_headers(news: News, client: Client) -> None:
    first, second = client.get(PATH).headers, client.get(PATH).headers

    for name in ("X-Request-ID", "Date"):
        first.pop(name, None)
        second.pop(name, None)
    assert dict(first) == dict(second)
    assert "default-src 'none'" in first["Content-Security-Policy"]
    assert first["X-Frame-Options"] == "DENY"
    assert first["Content-Language"] == "en"
    assert first["Cache-Control"] == page_cache.FOR_EVERYONE
    assert "Vary" not in first


def test_every_page_of_the_sitemaps_is_kept_but_those_of_the_moment(
    transactional_db: None, client: Client
) -> None:
    content.load_pages()
    public(NewsFactory())
    public(PageFactory(kind="notice"))
    case = PublishedCaseFactory()
    paths = [urlsplit(entry.address).path for entry in sitemaps.entries("en")]
    of_the_moment = [
        path for path in paths if path.startswith(OF_THE_MOMENT) and not path.startswith(KEPT)
    ]
    paths = [path for path in paths if path not in of_the_moment]

    for path in [*paths, f"/en/cases/{case.number}/side-by-side/", "/en/news/feed.atom"]:
        client.get(path)
        assert not client.get(path).templates, path
        assert "ETag" in client.get(path).headers, path
    for path in of_the_moment:
        assert "ETag" not in client.get(path).headers, path


@pytest.fixture
def event(transactional_db: None) -> Event:
    return EventFactory(published=True, slug="xiamen", capacity=20)


EVENT, LATER = "/en/events/xiamen/", timedelta(seconds=page_cache.MOMENT)


def test_a_rush_on_an_event_is_answered_from_one_page_that_is_soon_renewed(
    event: Event, client: Client
) -> None:
    assert b"20 seats are free" in client.get(EVENT).content
    RegistrationFactory(event=event)

    kept = Client().get(EVENT)
    assert is_kept(kept)
    assert b"20 seats are free" in kept.content
    assert "ETag" not in kept.headers
    with time_machine.travel(timezone.now() + LATER):
        assert b"19 seats are free" in client.get(EVENT).content


def test_an_event_that_is_changed_or_withdrawn_is_so_for_the_next_visitor(
    event: Event, client: Client
) -> None:
    client.get(EVENT)
    Event.objects.update(title_en="Another title")
    assert b"Another title" in client.get(EVENT).content

    never = {"published_zh_hans_at": None, "published_en_at": None, "public_since": None}
    Event.objects.update(status="draft", **never)
    assert client.get(EVENT).status_code == 404


def test_the_page_of_an_event_is_made_for_whoever_is_signed_in(
    event: Event, client: Client, nguyen: User
) -> None:
    nguyen.time_zone = "Asia/Yangon"
    nguyen.save()
    known = Client()
    known.force_login(nguyen)
    stranger = client.get(EVENT).content

    own = known.get(EVENT)
    RegistrationFactory(event=event)

    assert not is_kept(own)
    assert b"In your time" in own.content
    assert b"In your time" not in stranger
    assert b"19 seats are free" in known.get(EVENT).content
    assert Client().get(EVENT).content == stranger


@pytest.mark.parametrize(
    "path",
    ["/en/events/", "/en/events/calendar/", "/en/results/", "/en/commitments/", "/en/cities/"],
)
def test_lists_of_the_moment_are_kept_for_it(event: Event, client: Client, path: str) -> None:
    client.get(path)

    assert is_kept(client.get(path))
    with time_machine.travel(timezone.now() + LATER):
        assert not is_kept(client.get(path))


def test_the_next_request_after_publishing_shows_it(news: News, client: Client, zhao: User) -> None:
    client.get("/en/news/")
    public(NewsFactory(key="b", title_en="Second title"))

    assert b"Second title" in client.get("/en/news/").content


def test_the_next_request_after_withdrawing_hears_of_it(
    news: News, client: Client, zhao: User
) -> None:
    client.get(PATH)
    news = actions.withdraw(news, "en", by=zhao, reason="Wrong")
    actions.withdraw(news, "zh-hans", by=zhao, reason="Wrong")

    assert client.get(PATH).status_code == 410


def test_a_change_past_all_our_code_is_shown_as_well(news: News, client: Client) -> None:
    client.get(PATH)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE portal_news SET title_en = 'By hand'")

    assert b"By hand" in client.get(PATH).content


def test_a_changed_case_renews_the_home_page(transactional_db: None, client: Client) -> None:
    case = PublishedCaseFactory(title_en="Before")
    client.get("/en/")
    type(case).objects.filter(pk=case.pk).update(title_en="After")

    assert b"After" in client.get("/en/").content


def test_one_transaction_renews_once_and_one_rolled_back_not_at_all(news: News) -> None:
    before = publication_version.current()
    with transaction.atomic():
        NewsFactory()
        transaction.set_rollback(True)
    assert publication_version.current() == before

    with transaction.atomic():
        NewsFactory.create_batch(3)
    after = publication_version.current()

    assert after != before
    assert publication_version.current() == after


def test_what_a_transaction_shows_is_not_kept(news: News, client: Client) -> None:
    with transaction.atomic():
        News.objects.update(title_en="Never committed")
        assert b"Never committed" in client.get(PATH).content
        transaction.set_rollback(True)

    assert b"First title" in client.get(PATH).content


def test_a_browser_that_has_the_page_is_told_so_without_rendering(
    news: News, client: Client, django_assert_num_queries: Any
) -> None:
    etag = client.get(PATH).headers["ETag"]
    layered_cache.memory.clear()
    cache.clear()

    with django_assert_num_queries(1):
        response = client.get(PATH, headers={"If-None-Match": f'"other", {etag}'})

    assert response.status_code == 304
    assert response.content == b""
    assert response.headers["ETag"] == etag
    assert not response.templates


def test_a_browser_that_has_an_older_page_gets_the_new_one(news: News, client: Client) -> None:
    etag = client.get(PATH).headers["ETag"]
    News.objects.update(title_en="New title")

    response = client.get(PATH, headers={"If-None-Match": etag})

    assert response.status_code == 200
    assert response.headers["ETag"] != etag


def test_each_address_language_and_host_has_its_own_page(
    news: News, client: Client, settings: LazySettings
) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    PageFactory(key="privacy")
    etags = {
        client.get("/en/news/").headers["ETag"],
        client.get("/zh-hans/news/").headers["ETag"],
        client.get("/en/news/?year=2026").headers["ETag"],
        client.get("/en/news/", headers={"Host": "other.example"}).headers["ETag"],
    }

    assert len(etags) == 4


def test_the_order_of_parameters_makes_no_difference_the_order_of_values_does(news: News) -> None:
    def key(query: str) -> str:
        slot = page_cache.slot_for(RequestFactory().get(f"/en/cases/?{query}"))
        assert slot is not None
        return slot.key

    assert key("b=1&a=2&a=3") == key("a=2&a=3&b=1")
    assert key("a=2&a=3") != key("a=3&a=2")
    assert key("a=1") != key("a=1&b=")


def test_somebody_signed_in_neither_gets_nor_leaves_a_kept_page(
    news: News, client: Client, wang: User
) -> None:
    known = Client()
    known.force_login(wang)

    answers = [known.get(PATH), client.get(PATH), known.get(PATH)]

    assert [is_kept(answer) for answer in answers] == [False, False, False]
    assert answers[2].headers["Cache-Control"] == "private, no-cache"
    assert "ETag" not in answers[2].headers
    assert is_kept(client.get(PATH))


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": "sessionid=gone"},
        {"Cookie": "messages=waiting"},
        {"Authorization": "Basic eDp5"},
        {"HX-Request": "true"},
    ],
    ids=str,
)
def test_who_is_known_or_asks_for_a_part_gets_a_page_of_their_own(
    news: News, client: Client, headers: dict[str, str]
) -> None:
    client.get(PATH)

    assert not is_kept(Client().get(PATH, headers=headers))


def test_cookies_that_say_nothing_about_the_visitor_make_no_difference(
    news: News, client: Client
) -> None:
    client.get(PATH)

    assert is_kept(Client().get(PATH, headers={"Cookie": "language=zh-hans; csrftoken=x"}))


@pytest.mark.parametrize("method", ["post", "head", "options", "put"])
def test_only_plain_reading_is_answered_from_what_is_kept(
    news: News, client: Client, method: str
) -> None:
    client.get(PATH)

    assert not is_kept(getattr(client, method)(PATH))


@pytest.mark.parametrize("path", ["/en/news/none/", "/sitemap.xml", "/", "/healthz", "/readyz"])
def test_what_is_not_a_public_page_is_never_kept(news: News, client: Client, path: str) -> None:
    assert "ETag" not in client.get(path).headers
    assert "ETag" not in client.get(path).headers


def test_an_endless_query_is_not_kept(news: News, client: Client) -> None:
    path = f"/en/news/?year={'9' * page_cache.LONGEST_QUERY}"
    client.get(path)

    assert not is_kept(client.get(path))


def test_a_process_finds_what_another_process_kept(news: News, client: Client) -> None:
    client.get(PATH)
    layered_cache.memory.clear()

    assert is_kept(client.get(PATH))


def test_without_the_cache_server_pages_are_made_and_kept_in_the_process(
    news: News, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "get", lambda key: None)
    monkeypatch.setattr(cache, "set", lambda key, value, timeout: None)

    assert client.get(PATH).status_code == 200
    assert is_kept(client.get(PATH))


def test_while_the_database_is_away_kept_pages_are_still_shown(
    news: News, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get(PATH)

    def refuse() -> None:
        raise OperationalError

    with monkeypatch.context() as broken:
        broken.setattr(publication_version.connection, "cursor", refuse)
        kept = client.get(PATH)
        broken.setattr(publication_version.last, "at", -publication_version.TRUSTED_FOR)
        assert publication_version.current() is None

    assert is_kept(kept)


def test_it_can_be_switched_off(news: News, client: Client, settings: LazySettings) -> None:
    settings.PAGE_CACHE = False
    client.get(PATH)

    assert not is_kept(client.get(PATH))
