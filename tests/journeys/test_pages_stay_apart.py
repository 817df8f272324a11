"""Nobody sees a page made for somebody else, whoever came before them and in whatever order."""

import random
from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from partnership.accounts.models import User
from partnership.core import layered_cache, page_cache
from partnership.portal import content
from tests.factories.cases import PublishedCaseFactory
from tests.factories.events import EventFactory
from tests.factories.portal import NewsFactory, public

PAGES = (
    *("", "cases/", "cases/?language=en", "news/", "news/one/", "about/", "accounts/"),
    *("events/", "events/xiamen/", "results/"),  # kept for a moment
)
TITLES = {"zh-hans": "中文标题", "en": "English title"}
STRANGER = "stranger"


@pytest.fixture(autouse=True)
def _portal(transactional_db: None) -> Iterator[None]:
    """A portal outside of any transaction, so that pages are kept."""
    content.load_pages()
    public(NewsFactory(key="one", title_zh_hans=TITLES["zh-hans"], title_en=TITLES["en"]))
    PublishedCaseFactory()
    EventFactory(published=True, slug="xiamen")
    yield
    layered_cache.memory.clear()
    cache.clear()


@pytest.fixture
def visitors(wang: User, nguyen: User) -> dict[str, Client]:
    """A stranger and two people; the names of the people stand on their own pages."""
    found = {STRANGER: Client()}
    for user in (wang, nguyen):
        found[user.name] = Client()
        found[user.name].force_login(user)
    return found


def faults(visitor: str, language: str, path: str, response: HttpResponse) -> Iterator[str]:
    """Yield what of an answer belongs to another visitor or another language."""
    body = response.content.decode()
    tag = {"zh-hans": 'lang="zh-Hans"', "en": 'lang="en"'}[language]
    if response.status_code == 200 and f"<html {tag}" not in body:
        yield "another language"
    for name in {"Wang", "Nguyen"} - {visitor}:
        if name in body:
            yield f"the name of {name}"
    if path == "accounts/" and (response.status_code == 200) != (visitor != STRANGER):
        yield "a page of people for a stranger, or none for a person"
    if path == "news/one/" and TITLES[language] not in body:
        yield "another page"
    if visitor != STRANGER and "ETag" in response.headers:
        yield "a kept page for a person"


def walk(visitors: dict[str, Client], seed: int, steps: int = 80) -> list[str]:
    """Let the visitors read pages in random order; return what was wrong."""
    chance = random.Random(seed)  # noqa: S311 (an order to try, no secret)
    wrong = []
    for _step in range(steps):
        visitor, language = chance.choice(sorted(visitors)), chance.choice(["zh-hans", "en"])
        path = chance.choice(PAGES)
        response = visitors[visitor].get(f"/{language}/{path}")
        found = faults(visitor, language, path, response)
        wrong += [f"{visitor} at /{language}/{path}: {fault}" for fault in found]
    return wrong


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_everybody_gets_their_own_page(visitors: dict[str, Client], seed: int) -> None:
    assert walk(visitors, seed) == []


def test_pages_were_kept_meanwhile(visitors: dict[str, Client]) -> None:
    walk(visitors, 1)

    assert layered_cache.memory.entries


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("is_known", lambda request: False),
        ("may_be_kept", lambda response: response.status_code == 200),
    ],
)
def test_it_notices_pages_given_to_the_wrong_person(
    visitors: dict[str, Client],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    broken: Callable[..., bool],
) -> None:
    monkeypatch.setattr(page_cache, "is_known", lambda request: False)
    monkeypatch.setattr(page_cache, name, broken)

    assert walk(visitors, 1)


def test_it_notices_pages_given_in_the_wrong_language(
    visitors: dict[str, Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    original = page_cache.slot_for

    def without_language(request: object) -> object:
        slot = original(request)
        return slot and page_cache.Slot("page:the-same-for-all", slot.version)

    monkeypatch.setattr(page_cache, "slot_for", without_language)

    assert walk(visitors, 1)
