"""The frame around every page: language switch, navigation, filing numbers, error pages."""

from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from django.test import Client
from pytest_django import Settings

from partnership.portal import navigation

pytestmark = pytest.mark.usefixtures("pages")


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
    "place", [*navigation.MAIN, *navigation.FOOTER], ids=lambda place: place.url_name
)
def test_every_place_of_the_navigation_answers(client: Client, place: navigation.Place) -> None:
    assert client.get(place.url).status_code == 200


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


def test_the_page_of_a_broken_server_depends_on_nothing() -> None:
    page = render_to_string("500.html")

    assert '<html lang="zh-Hans">' in page
    assert '<section lang="en">' in page
    assert "/static/" not in page
    assert "{%" not in page


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "429"])
def test_every_error_page_renders_without_a_request(code: str) -> None:
    assert "<h1>" in render_to_string(f"{code}.html")
