"""Pages about one text: in its language, in the other, and not at all."""

import json
import re

import pytest
from django.test import Client

from partnership.accounts.models import User
from partnership.portal import actions, content
from partnership.portal.models import News, Page
from tests.factories.portal import NewsFactory, PageFactory, TextFactory, public

MAKERS = pytest.mark.parametrize(
    ("make", "path"),
    [
        (lambda **facts: NewsFactory(key="a", **facts), "news/a/"),
        (lambda **facts: PageFactory(key="a", kind="notice", **facts), "notices/a/"),
        (lambda **facts: PageFactory(key="a", kind="publication", **facts), "notices/a/"),
        (lambda **facts: PageFactory(key="about", **facts), "about/"),
        (lambda **facts: PageFactory(key="privacy", **facts), "privacy/"),
    ],
    ids=["news", "notice", "publication", "about", "page"],
)


def html(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def main(page: str) -> str:
    return page.split("<main")[1].split("</main>", maxsplit=1)[0]


@MAKERS
def test_it_shows_a_public_text_in_both_languages(
    db: None, client: Client, make: type[TextFactory], path: str
) -> None:
    public(make(body_zh_hans="## 标题\n\n中文正文", body_en="## Head\n\nEnglish body"))

    assert "English body" in main(html(client, f"/en/{path}"))
    assert "中文正文" in main(html(client, f"/zh-hans/{path}"))
    assert "中文正文" not in html(client, f"/en/{path}")


@MAKERS
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_draft_is_not_there(
    db: None, client: Client, make: type[TextFactory], path: str, language: str
) -> None:
    make()

    assert client.get(f"/{language}/{path}").status_code == 404


@MAKERS
def test_a_draft_is_not_there_for_staff_either(
    zhao: User, client: Client, make: type[TextFactory], path: str
) -> None:
    make()
    client.force_login(zhao)

    assert client.get(f"/en/{path}").status_code == 404


@MAKERS
def test_a_withdrawn_text_says_that_it_is_gone(
    zhao: User, client: Client, make: type[TextFactory], path: str
) -> None:
    text = public(make(), "en")
    assert client.get(f"/en/{path}").status_code == 200

    actions.withdraw(text, "en", by=zhao, reason="Wrong")

    assert client.get(f"/en/{path}").status_code == 410


@MAKERS
def test_a_text_in_chinese_only_says_so_in_english(
    db: None, client: Client, make: type[TextFactory], path: str
) -> None:
    public(
        make(title_en="An English title", summary_en="In short.", body_en="Draft body"), "zh-hans"
    )

    page = html(client, f"/en/{path}")

    assert "An English title" in main(page)
    assert "In short." in main(page)
    assert "The full text is published in Chinese only." in page
    assert f'<a href="/zh-hans/{path}" hreflang="zh-Hans">' in main(page)
    assert "Draft body" not in page
    assert '<link rel="canonical" href="http://testserver/zh-hans/' in page
    assert 'rel="alternate" hreflang="en"' not in page
    assert '<link rel="alternate" hreflang="x-default" href="http://testserver/zh-hans/' in page


@MAKERS
def test_a_text_in_english_only_says_so_in_chinese(
    db: None, client: Client, make: type[TextFactory], path: str
) -> None:
    public(make(), "en")

    page = html(client, f"/zh-hans/{path}")

    assert "全文仅以英文发布。" in page
    assert f'<a href="/en/{path}" hreflang="en">' in main(page)


@MAKERS
def test_it_leads_to_the_same_text_in_the_other_language(
    db: None, client: Client, make: type[TextFactory], path: str
) -> None:
    public(make())

    assert f'href="/zh-hans/{path}?a=1"' in html(client, f"/en/{path}?a=1")


@MAKERS
def test_it_is_made_by_one_query_and_one_for_the_others_of_its_list(
    db: None,
    client: Client,
    make: type[TextFactory],
    path: str,
    django_assert_num_queries: pytest.FixtureRequest,
) -> None:
    public(make())

    with django_assert_num_queries(2 if path.endswith("/a/") else 1):
        client.get(f"/en/{path}")


def test_it_offers_the_latest_others_of_its_list(db: None, client: Client) -> None:
    for day in range(1, 6):
        public(NewsFactory(key=f"n{day}", title_en=f"Title {day}", date=f"2026-11-0{day}"))
    NewsFactory(title_en="A draft", date="2026-11-06")

    page = html(client, "/en/news/n4/").split('id="more"')[1]

    assert re.findall(r">(Title \d|A draft)</a>", page) == ["Title 5", "Title 3", "Title 2"]


def test_a_text_alone_in_its_list_offers_nothing(db: None, client: Client) -> None:
    public(NewsFactory(key="a"))

    assert 'id="more"' not in html(client, "/en/news/a/")


def test_demo_content_carries_its_mark(db: None, client: Client) -> None:
    public(NewsFactory(key="a", is_demo=True))
    public(NewsFactory(key="b", is_demo=False))

    def its_own(page: str) -> str:
        return main(page).split('id="more"')[0]

    assert "badge--demo" in its_own(html(client, "/en/news/a/"))
    assert "badge--demo" not in its_own(html(client, "/en/news/b/"))


def test_a_notice_is_not_found_as_news_and_the_other_way_round(db: None, client: Client) -> None:
    public(NewsFactory(key="a"))
    public(PageFactory(key="b", kind="notice"))
    public(PageFactory(key="c", kind="page"))

    for path in ("notices/a/", "news/b/", "notices/c/", "c/"):
        assert client.get(f"/en/{path}").status_code == 404, path


def test_news_describe_themselves_to_search_engines(db: None, client: Client) -> None:
    public(NewsFactory(key="a", title_en="A </script> title", date="2026-11-01"))

    page = html(client, "/en/news/a/")
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)

    assert block is not None
    data = json.loads(block[1])
    assert data["@type"] == "NewsArticle"
    assert data["headline"] == "A </script> title"
    assert data["datePublished"] == "2026-11-01"
    assert data["inLanguage"] == ["zh-Hans", "en"]
    assert '<meta property="og:type" content="article">' in page


def test_a_page_lists_its_parts(db: None, client: Client) -> None:
    public(PageFactory(key="terms", body_en="## First\n\na\n\n## Second\n\nb"), "en")

    page = main(html(client, "/en/terms/"))

    assert '<a href="#part-2">Second</a>' in page
    assert '<h2 id="part-2">Second</h2>' in page


def test_what_an_author_wrote_cannot_run(db: None, client: Client) -> None:
    evil = "<script>alert(1)</script> [x](javascript:alert(1))"
    public(NewsFactory(key="a", title_en=evil, summary_en=evil, body_en=evil), "en")

    page = html(client, "/en/news/a/")

    assert "<script>alert" not in page
    assert "javascript:" not in page.replace("(javascript:alert(1))", "")


def test_the_contact_page_names_what_the_settings_say(client: Client, pages: None) -> None:
    page = html(client, "/en/contact/")

    assert "5 Houyingfang Hutong" in page
    assert "北京市西城区后英房胡同5号" in html(client, "/zh-hans/contact/")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("key", ["about", "accessibility", "privacy", "terms"])
def test_every_page_of_the_portal_is_public(
    client: Client, pages: None, language: str, key: str
) -> None:
    title = Page.objects.values_list(f"title_{language.replace('-', '_')}", flat=True).get(key=key)

    assert f"<h1>{title}</h1>" in html(client, f"/{language}/{key}/")


def test_every_link_of_the_texts_leads_somewhere(client: Client, pages: None) -> None:
    content.load_demo()
    texts = [*Page.objects.published(), *News.objects.published()]
    bodies = " ".join(f"{text.body_zh_hans} {text.body_en}" for text in texts)

    for path in sorted(set(re.findall(r"\]\((/[^)]*)\)", bodies))):
        assert client.get(path).status_code == 200, path
