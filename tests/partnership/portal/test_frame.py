"""The frame around every page: language switch, navigation, filing numbers, error pages."""

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from pytest_django import Settings

from partnership.portal import navigation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shared_pages")]


class Links(HTMLParser):
    """Collects the attributes of all links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.append(dict(attrs))


def links(client: Client, path: str) -> list[dict[str, str | None]]:
    return Links(client.get(path).content.decode()).found


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/zh-hans/", "/en/"),
        ("/en/about/", "/zh-hans/about/"),
        ("/en/style-guide/?page=3", "/zh-hans/style-guide/?page=3"),
        ("/en/no-such-page/", "/zh-hans/"),
    ],
)
def test_it_switches_to_the_same_page_in_the_other_language(
    client: Client, path: str, expected: str
) -> None:
    switch = [link for link in links(client, path) if "data-language" in link]

    assert [link["href"] for link in switch] == [expected]
    assert switch[0]["lang"] == switch[0]["hreflang"]


@pytest.mark.parametrize(
    "place",
    [*navigation.MAIN, *(place for group in navigation.FOOTER for place in group.places)],
    ids=lambda place: place.url_name,
)
def test_every_place_of_the_navigation_answers(client: Client, place: navigation.Place) -> None:
    response = client.get(place.url)

    assert response.status_code == 200


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("/zh/", "/zh-hans/"),
        ("/zh-CN/cases/?country=VN&page=2", "/zh-hans/cases/?country=VN&page=2"),
        ("/zh_cn/about/", "/zh-hans/about/"),
        ("/zh-Hant/news/", "/zh-hans/news/"),
        ("/ZH-HANS/news/", "/zh-hans/news/"),
        ("/cn/", "/zh-hans/"),
        ("/en-GB/about/", "/en/about/"),
        ("/EN/海/", "/en/%E6%B5%B7/"),
    ],
)
def test_another_spelling_of_a_language_leads_to_the_page(
    client: Client, asked: str, given: str
) -> None:
    response = client.get(asked)

    assert (response.status_code, response["Location"]) == (301, given)


@pytest.mark.parametrize("path", ["/fr/about/", "/english/", "/zhong/", "/en-/", "/zh-hans-x-y-z/"])
def test_a_language_the_portal_does_not_speak_is_not_there(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("asked", "given"), [("/en/about", "/en/about/"), ("/about/", "/zh-hans/about/")]
)
def test_an_address_without_slash_or_language_leads_to_the_page(
    client: Client, asked: str, given: str
) -> None:
    response = client.get(asked)

    assert (response.status_code, response["Location"]) in {(301, given), (302, given)}


def test_it_marks_where_the_reader_is(client: Client) -> None:
    current = [link for link in links(client, "/en/about/") if link.get("aria-current")]

    assert [link["href"] for link in current] == ["/en/about/"]


def test_it_shows_filing_numbers_only_when_there_are_any(
    client: Client, settings: Settings
) -> None:
    settings.ICP_FILING_NUMBER = settings.PUBLIC_SECURITY_FILING_NUMBER = ""
    assert "beian" not in client.get("/zh-hans/").content.decode()

    settings.ICP_FILING_NUMBER = "京ICP备00000000号"
    settings.PUBLIC_SECURITY_FILING_NUMBER = "京公网安备00000000000000号"
    page = client.get("/zh-hans/").content.decode()

    assert "京ICP备00000000号" in page
    assert "京公网安备00000000000000号" in page


def test_it_says_that_data_is_for_demonstration(client: Client, settings: Settings) -> None:
    settings.DEMO = False
    assert 'class="demo-bar"' not in client.get("/en/").content.decode()

    settings.DEMO = True
    assert 'class="demo-bar"' in client.get("/en/").content.decode()


def test_public_pages_can_be_cached_for_everyone(client: Client) -> None:
    for place in navigation.MAIN:
        assert "Cookie" not in client.get(place.url).headers.get("Vary", "")


def test_it_answers_an_unknown_address_in_the_language_of_the_address(client: Client) -> None:
    response = client.get("/zh-hans/no-such-page/")

    assert response.status_code == 404
    assert "页面不存在" in response.content.decode()


@pytest.mark.parametrize("code", ["413", "500", "503"])
def test_the_page_of_a_broken_server_depends_on_nothing(code: str) -> None:
    page = render_to_string(f"{code}.html")
    files = re.findall(r'="/static/([^"]+)"', page)

    assert '<html lang="zh-Hans">' in page
    assert ' lang="en">' in page
    assert "{%" not in (settings.BASE_DIR / "templates" / f"{code}.html").read_text("utf-8")
    assert len(files) == 5
    assert all((settings.BASE_DIR / "static" / file).is_file() for file in files)


@pytest.mark.parametrize("code", ["413", "503"])
def test_the_proxy_can_serve_its_pages_as_they_are(code: str) -> None:
    source = (settings.BASE_DIR / "templates" / f"{code}.html").read_text("utf-8")

    assert source.strip() == render_to_string(f"{code}.html").strip()
    proxy = (settings.BASE_DIR / "deploy" / "nginx.conf").read_text("utf-8")
    compose = (settings.BASE_DIR / "docker-compose.yml").read_text("utf-8")
    assert re.search(rf"error_page [^;]*/{code}\.html;", proxy)
    assert f"./templates/{code}.html:" in compose


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "429"])
def test_every_error_page_renders_without_a_request(code: str) -> None:
    assert "<h1>" in render_to_string(f"{code}.html")


@pytest.mark.parametrize("path", ["/en/", "/en/about/", "/en/cases/"])
def test_who_may_be_signed_in_is_led_to_the_desk_without_being_looked_up(
    client: Client, path: str
) -> None:
    desk, door = reverse_in_english("portal:desk"), reverse_in_english("account_login")
    strangers = [link["href"] for link in links(client, path)]
    client.cookies[settings.SESSION_COOKIE_NAME] = "no-session-has-this-key"

    with CaptureQueriesContext(connection) as queries:
        known = [link["href"] for link in links(client, path)]

    assert (door in strangers, desk in strangers) == (True, False)
    assert (door in known, desk in known) == (False, True)
    assert not [query for query in queries.captured_queries if "session" in query["sql"]]


def reverse_in_english(name: str) -> str:
    with override("en"):
        return reverse(name)
