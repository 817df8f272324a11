"""What programs ask first: robots.txt, security.txt, sitemaps, feeds."""

import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from partnership.portal import sitemaps
from tests.factories.cases import PublishedCaseFactory, ReadyCaseFactory
from tests.factories.portal import NewsFactory, PageFactory, public

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(client: Client, path: str) -> list[str]:
    tree = ElementTree.fromstring(client.get(path).content)
    return [element.text or "" for element in tree.iter(f"{SITEMAP}loc")]


def test_robots_are_told_where_the_sitemap_is_and_what_is_none_of_theirs(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()

    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /admin/" in text


def test_security_txt_names_a_contact_and_does_not_expire_soon_or_late(client: Client) -> None:
    response = client.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    expires = parse_datetime(fields["Expires"])

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert fields["Contact"].startswith("mailto:")
    assert expires is not None
    assert timedelta(days=90) < expires - timezone.now() < timedelta(days=365)


def test_the_index_names_one_sitemap_per_language(client: Client) -> None:
    assert addresses(client, "/sitemap.xml") == [
        "http://testserver/sitemap-zh-hans.xml",
        "http://testserver/sitemap-en.xml",
    ]


def test_a_sitemap_names_what_is_public_in_its_language_and_nothing_else(client: Client) -> None:
    public(NewsFactory(key="both"))
    public(NewsFactory(key="chinese"), "zh-hans")
    NewsFactory(key="draft")
    public(PageFactory(key="notice", kind="notice"), "en")
    PublishedCaseFactory(slug_en="beach", slug_zh_hans="海滩", number="CN-AS-2026-900")
    PublishedCaseFactory(languages=["zh-hans"], slug_en="other", number="CN-AS-2026-901")
    ReadyCaseFactory(slug_en="draft-case")

    english, chinese = (addresses(client, f"/sitemap-{code}.xml") for code in ("en", "zh-hans"))

    assert "http://testserver/en/news/both/" in english
    assert "http://testserver/en/notices/notice/" in english
    assert "http://testserver/en/cases/CN-AS-2026-900/beach/" in english
    assert not [path for path in english if re.search("chinese|draft|901", path)]
    assert "http://testserver/zh-hans/news/chinese/" in chinese
    assert "http://testserver/zh-hans/cases/CN-AS-2026-900/%E6%B5%B7%E6%BB%A9/" in chinese
    assert not [path for path in chinese if re.search("draft|notices/notice/", path)]


def test_every_address_of_the_sitemaps_answers_in_its_language(client: Client, pages: None) -> None:
    public(NewsFactory())
    PublishedCaseFactory()

    for code in ("zh-hans", "en"):
        for address in addresses(client, f"/sitemap-{code}.xml"):
            response = client.get(address.removeprefix("http://testserver"))
            assert response.status_code == 200, address
            assert f'<link rel="canonical" href="{address}">' in response.content.decode(), address


def test_a_sitemap_says_when_a_text_changed(client: Client) -> None:
    public(NewsFactory())

    assert re.search(
        r"<lastmod>20\d\d-\d\d-\d\dT[^<]+</lastmod>", client.get("/sitemap-en.xml").content.decode()
    )


def test_a_long_sitemap_is_continued_in_a_second_file(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = len(sitemaps.fixed())
    monkeypatch.setattr(sitemaps, "PER_FILE", number)
    public(NewsFactory(key="a"))

    assert "http://testserver/sitemap-en-2.xml" in addresses(client, "/sitemap.xml")
    first, second = addresses(client, "/sitemap-en.xml"), addresses(client, "/sitemap-en-2.xml")
    assert len(first) == number
    assert second == ["http://testserver/en/news/a/"]
    assert client.get("/sitemap-en-3.xml").status_code == 404


@pytest.mark.parametrize("path", ["/sitemap-fr.xml", "/sitemap-en-0.xml", "/sitemap-en-99999.xml"])
def test_there_are_no_other_sitemaps(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_feed_holds_the_news_of_its_language(client: Client) -> None:
    public(NewsFactory(key="both", title_en="English <title>", date="2026-01-01"))
    public(NewsFactory(key="new", title_en="Newer", date="2026-02-01"), "en")
    public(NewsFactory(key="chinese"), "zh-hans")

    response = client.get("/en/news/feed.atom")
    tree = ElementTree.fromstring(response.content)

    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert tree.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert [entry.findtext(f"{ATOM}title") for entry in tree.iter(f"{ATOM}entry")] == [
        "Newer",
        "English <title>",
    ]
    assert tree.findtext(f"{ATOM}entry/{ATOM}id") == "http://testserver/en/news/new/"
    assert "feed.atom" in client.get("/en/news/").content.decode()


def test_an_empty_feed_is_valid(client: Client) -> None:
    assert (
        ElementTree.fromstring(client.get("/zh-hans/news/feed.atom").content).tag == f"{ATOM}feed"
    )
