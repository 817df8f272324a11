"""Lists of news, notices and publications: narrowed, paged, empty, and never broken."""

import re

import pytest
from django.test import Client

from tests.factories.copies import copies
from tests.factories.portal import NewsFactory, PageFactory, public

pytestmark = pytest.mark.django_db


def main(client: Client, path: str, **query: str) -> str:
    response = client.get(path, query)
    assert response.status_code == 200
    return response.content.decode().split("<main")[1].split("</main>")[0]


def titles(page: str) -> list[str]:
    return re.findall(r'<h3><a href="[^"]*">([^<]*)</a></h3>', page)


def test_it_lists_public_news_the_newest_first(client: Client) -> None:
    public(NewsFactory(title_en="Old", date="2025-01-01"))
    public(NewsFactory(title_en="New", date="2026-01-01"))
    NewsFactory(title_en="Draft")

    assert titles(main(client, "/en/news/")) == ["New", "Old"]


def test_it_names_the_texts_that_are_in_the_other_language_only(client: Client) -> None:
    public(NewsFactory(), "zh-hans")

    assert "In Chinese only" in main(client, "/en/news/")
    assert "仅有中文" not in main(client, "/zh-hans/news/")


def test_it_can_be_narrowed_by_year(client: Client) -> None:
    public(NewsFactory(title_en="Old", date="2025-06-01"))
    public(NewsFactory(title_en="New", date="2026-06-01"))

    page = main(client, "/en/news/", year="2025")

    assert titles(page) == ["Old"]
    assert '<option value="2025" selected>' in page
    assert "Remove all filters" in page


def test_notices_and_publications_can_be_told_apart(client: Client) -> None:
    public(PageFactory(kind="notice", title_en="A notice"))
    public(PageFactory(kind="publication", title_en="A publication"))
    public(PageFactory(kind="page", title_en="A page"))

    assert sorted(titles(main(client, "/en/notices/"))) == ["A notice", "A publication"]
    assert titles(main(client, "/en/notices/", kind="publication")) == ["A publication"]


@pytest.mark.parametrize("path", ["/en/news/", "/en/notices/"])
@pytest.mark.parametrize(
    "query",
    [
        {"year": "1066"},
        {"year": "abc"},
        {"year": "2026' OR 1=1 --"},
        {"year": "x" * 10_000},
        {"kind": "page", "year": "-1"},
        {"page": "0"},
        {"page": "-1"},
        {"page": "1" + "0" * 30},
        {"page": "abc"},
        {"page": "999"},
        {"page": "٣"},
    ],
    ids=lambda query: str(query)[:30],
)
def test_whatever_is_asked_the_list_answers_and_says_what_it_left_out(
    client: Client, path: str, query: dict[str, str]
) -> None:
    public(NewsFactory(title_en="There"))
    public(PageFactory(kind="notice", title_en="There"))

    page = main(client, path, **query)

    assert titles(page) == ["There"]
    assert "notice--warn" in page
    assert len(page) < 10_000


def test_it_says_the_same_in_chinese(client: Client) -> None:
    page = main(client, "/zh-hans/news/", year="abc", page="-1")

    assert "“年份”中没有以下选项，已略去：“abc”" in page
    assert "“-1”不是页码，现显示第一页。" in page


def test_a_stranger_parameter_is_no_reason_to_say_anything(client: Client) -> None:
    public(NewsFactory())

    assert "notice--warn" not in main(client, "/en/news/", utm_source="letter")


def test_it_shows_twenty_on_a_page_and_keeps_the_filters(client: Client) -> None:
    for _number in range(21):
        public(NewsFactory(date="2026-01-01"))

    first = main(client, "/en/news/", year="2026")

    assert len(titles(first)) == 20
    assert "year=2026&amp;page=2" in first
    assert len(titles(main(client, "/en/news/", year="2026", page="2"))) == 1


def test_an_empty_list_says_so(client: Client) -> None:
    assert "There is no news yet" in main(client, "/en/news/")
    assert "尚无公告和出版物" in main(client, "/zh-hans/notices/")


def test_a_filter_that_finds_nothing_offers_the_way_back(client: Client) -> None:
    public(PageFactory(kind="notice"))

    page = main(client, "/en/notices/", kind="publication")

    assert "Nothing matches these filters" in page
    assert '<a class="button button--quiet" href="/en/notices/">' in page


@pytest.mark.parametrize("rows", [1, 3, 50])
@pytest.mark.parametrize(("path", "queries"), [("/en/news/", 3), ("/zh-hans/notices/", 3)])
def test_the_number_of_queries_does_not_grow(
    client: Client,
    rows: int,
    path: str,
    queries: int,
    django_assert_num_queries: pytest.FixtureRequest,
) -> None:
    copies(public(NewsFactory()), rows - 1)
    copies(public(PageFactory(kind="notice")), rows - 1)

    with django_assert_num_queries(queries):
        client.get(path)
