"""The head of public pages."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.conf import LazySettings
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from partnership.core.page_meta import PageMeta, in_all_languages, site_url

BOTH = {"zh-hans": "/zh-hans/cases/1/塑料/", "en": "/en/cases/1/plastic/"}


@pytest.fixture(autouse=True)
def _site(settings: LazySettings) -> None:
    settings.SITE_URL = "https://portal.example.org"


def meta(**facts: Any) -> PageMeta:
    return PageMeta(**{"title": "A title", "paths": BOTH, "language": "en", **facts})


def head(page: PageMeta) -> str:
    return render_to_string("partials/meta.html", {"meta": page, "language": page.language})


def test_it_names_every_public_language_and_the_one_for_everybody_else() -> None:
    assert meta().alternates == [
        ("zh-Hans", "https://portal.example.org/zh-hans/cases/1/%E5%A1%91%E6%96%99/"),
        ("en", "https://portal.example.org/en/cases/1/plastic/"),
        ("x-default", "https://portal.example.org/zh-hans/cases/1/%E5%A1%91%E6%96%99/"),
    ]
    assert meta().canonical == "https://portal.example.org/en/cases/1/plastic/"


def test_a_page_that_stands_in_names_the_public_version_as_canonical() -> None:
    page = meta(paths={"zh-hans": "/zh-hans/news/a/"}, language="en")

    assert page.canonical == "https://portal.example.org/zh-hans/news/a/"
    assert [tag for tag, _address in page.alternates] == ["zh-Hans", "x-default"]
    assert 'hreflang="en"' not in head(page)


def test_it_leaves_the_filters_out_of_the_canonical_address() -> None:
    request = RequestFactory().get("/en/news/", {"year": "2026", "utm_source": "x"})

    assert (
        PageMeta.of_request(request, "News").canonical == "https://portal.example.org/zh-hans/news/"
    )
    with translation.override("en"):
        page = PageMeta.of_request(request, "News")
    assert page.canonical == "https://portal.example.org/en/news/"


@pytest.mark.parametrize(
    ("number", "suffix"),
    [
        ("2", "?page=2"),
        ("007", "?page=7"),
        ("1", ""),
        ("0", ""),
        ("x", ""),
        ("٣", ""),
        ("9" * 40, ""),
    ],
)
def test_every_page_of_a_list_is_its_own_canonical(number: str, suffix: str) -> None:
    page = PageMeta.of_request(RequestFactory().get("/en/news/", {"page": number}), "News")

    assert page.paths["en"] == f"/en/news/{suffix}"


def test_structured_data_cannot_leave_its_element() -> None:
    evil = "</script><script>alert(1)</script>\u2028&"
    html = head(meta(json_ld=({"@type": "NewsArticle", "headline": evil},)))

    block = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(block)["headline"] == evil
    assert html.count("<script") == 1
    assert not set(block) & {"<", ">", "&", "\u2028"}


def test_texts_are_escaped_in_attributes() -> None:
    html = head(meta(title='"><img src=x>', description='"><script>'))

    assert "<img" not in html
    assert "<script" not in html


def test_an_article_says_when_it_was_published_and_changed() -> None:
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    html = head(meta(is_article=True, published_at=moment, changed_at=moment))

    assert '<meta property="og:type" content="article">' in html
    assert "article:published_time" in html
    assert "article:modified_time" in html


def test_without_a_description_the_page_describes_the_portal() -> None:
    with translation.override("en"):
        assert "keep plastic out of the sea" in render_to_string("partials/meta.html", {})


def test_it_finds_the_same_page_in_every_language() -> None:
    assert in_all_languages("/en/news/a/") == {"zh-hans": "/zh-hans/news/a/", "en": "/en/news/a/"}


def test_an_address_cannot_break_out_of_markup() -> None:
    assert site_url('/en/"<>\\ ') == "https://portal.example.org/en/%22%3C%3E%5C%20"
