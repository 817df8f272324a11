"""Pages and news: what the database refuses, whatever the code does."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from partnership.portal.models import News, Page, PublishedText
from tests.factories.portal import NewsFactory, PageFactory, TextFactory

pytestmark = pytest.mark.django_db

FACTORIES = pytest.mark.parametrize("make", [PageFactory, NewsFactory])


def write_past_the_actions(text: PublishedText, **columns: object) -> None:
    with transaction.atomic():
        type(text)._base_manager.filter(pk=text.pk).update(**columns)


@FACTORIES
@pytest.mark.parametrize("missing", ["title_zh_hans", "title_en", "body_zh_hans"])
def test_it_refuses_a_public_text_without_what_readers_need(
    make: type[TextFactory], missing: str
) -> None:
    text = make(**{missing: ""})
    now = timezone.now()

    with pytest.raises(IntegrityError):
        write_past_the_actions(text, public_since=now, published_zh_hans_at=now)


@FACTORIES
def test_it_lets_a_text_be_public_in_one_language_without_a_body_in_the_other(
    make: type[TextFactory],
) -> None:
    text = make(body_en="")
    now = timezone.now()

    write_past_the_actions(text, public_since=now, published_zh_hans_at=now)

    assert type(text)._base_manager.get().published_languages == ["zh-hans"]


@FACTORIES
def test_it_refuses_a_language_without_public_since(make: type[TextFactory]) -> None:
    with pytest.raises(IntegrityError):
        write_past_the_actions(make(), published_en_at=timezone.now())


def test_it_refuses_an_unknown_kind_of_page(db: None) -> None:
    with pytest.raises(IntegrityError):
        write_past_the_actions(PageFactory(), kind="poster")


def test_it_says_what_is_missing_in_words() -> None:
    page = PageFactory.build(title_en="")
    page.set_published("zh-hans", timezone.now())

    with (
        translation.override("en"),
        pytest.raises(ValidationError, match="needs a title in both languages"),
    ):
        page.validate_constraints()


def test_news_and_pages_come_newest_first() -> None:
    old, new = NewsFactory(date="2025-01-01"), NewsFactory(date="2026-01-01")

    assert list(News.objects.newest_first()) == [new, old]


def test_it_knows_the_years_there_is_something_for() -> None:
    for day in ("2024-05-01", "2026-01-01", "2026-12-31"):
        NewsFactory(date=day)

    assert News.objects.years() == [2026, 2024]


def test_the_two_lists_hold_no_pages_with_addresses_of_their_own() -> None:
    PageFactory(kind="page")
    notice = PageFactory(kind="notice")

    assert list(Page.objects.listed()) == [notice]
