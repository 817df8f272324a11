"""Parts of pages are made once, and anew with every change of what is public."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache

from partnership.core import publication_version
from partnership.core.fragments import kept_or_made
from partnership.core.publication_version import Version, asked_once, remembered

V1 = Version({"cases": "a", "reference": "a"})
V2 = Version({"cases": "a", "reference": "b"})
OTHER_CASES = Version({"cases": "b", "reference": "a"})


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    yield
    cache.clear()


@pytest.fixture
def made() -> list[str]:
    """The parts that had to be made, in order."""
    return []


@pytest.fixture
def cards(made: list[str]) -> Callable[..., list[str]]:
    def make(names: list[str]) -> dict[str, str]:
        made.extend(names)
        return {name: f"<b>{name}</b>" for name in names if name != "gone"}

    def cards(*names: str, language: str = "en") -> list[str]:
        return kept_or_made("card", language, names, make, shows=["reference"])

    return cards


def test_each_part_is_made_once(cards: Callable[..., list[str]], made: list[str]) -> None:
    with remembered(V1):
        first, second = cards("a", "b"), cards("b", "c", "a")

    assert first == ["<b>a</b>", "<b>b</b>"]
    assert second == ["<b>b</b>", "<b>c</b>", "<b>a</b>"]
    assert made == ["a", "b", "c"]


def test_a_part_is_made_anew_for_another_language_or_version(
    cards: Callable[..., list[str]], made: list[str]
) -> None:
    with remembered(V1):
        cards("a")
        cards("a", language="zh-hans")
    with remembered(V2):
        cards("a")

    assert made == ["a", "a", "a"]


def test_a_part_outlasts_changes_of_what_it_does_not_show(
    cards: Callable[..., list[str]], made: list[str]
) -> None:
    with remembered(V1):
        cards("a")
    with remembered(OTHER_CASES):
        cards("a")

    assert made == ["a"]


def test_a_part_that_cannot_be_made_is_left_out(cards: Callable[..., list[str]]) -> None:
    with remembered(V1):
        assert cards("a", "gone", "b") == ["<b>a</b>", "<b>b</b>"]


def test_inside_a_transaction_nothing_is_kept(
    db: None, cards: Callable[..., list[str]], made: list[str]
) -> None:
    cards("a")
    cards("a")

    assert made == ["a", "a"]


def test_parts_share_the_version_of_their_page(
    db: None, django_assert_num_queries: Callable[..., object]
) -> None:
    with remembered(V1), django_assert_num_queries(0):
        assert publication_version.for_parts() == V1
    assert publication_version.for_parts() is None


def test_a_question_that_has_read_the_version_along_spares_asking(
    transactional_db: None, django_assert_num_queries: Callable[..., object]
) -> None:
    with asked_once():
        publication_version.learn({"cases": "1"})
        with django_assert_num_queries(0):
            assert publication_version.for_parts() == Version({"cases": "1"})
    with asked_once(), remembered(V1):
        publication_version.learn({"cases": "1"})
        assert publication_version.for_parts() == V1, "what the page is kept under stays"


def test_a_version_read_inside_a_transaction_is_not_learnt(db: None) -> None:
    with asked_once():
        publication_version.learn({"cases": "1"})
        assert publication_version.for_parts() is None
