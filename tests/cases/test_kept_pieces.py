"""Pieces of lists and pages are kept between requests, and never a moment too long."""

import re
from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.db import connection
from django.template import Engine, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases import actions, bench
from cases.models import Case
from partnership.core import languages, layered_cache
from partnership.reference.models import Theme
from tests.factories.cases import PUBLISHER, PublishedCaseFactory
from tests.factories.reference import ThemeFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _pieces_only(settings: LazySettings) -> Iterator[None]:
    """Whole pages are not kept here, so that only the pieces can be at fault."""
    settings.PAGE_CACHE = False
    layered_cache.memory.clear()
    yield
    layered_cache.memory.clear()
    cache.clear()


def body(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        body(client, path)
    return len(captured)


def page_of(case: Case) -> str:
    return f"/en/cases/{case.number}/{case.slug_en}/"


def test_what_is_kept_costs_no_more_than_asking_for_the_version(client: Client) -> None:
    case = PublishedCaseFactory()
    body(client, "/en/cases/")
    body(client, page_of(case))

    assert queries(client, "/en/cases/") == 1
    assert queries(client, page_of(case)) == 1  # the head, which brings the version along


def test_a_case_published_now_is_in_the_list_now(client: Client) -> None:
    first = PublishedCaseFactory(hierarchy_step="reuse")
    assert "1 case<" in body(client, "/en/cases/")
    assert "1 case matches" in body(client, "/en/cases/?step=reuse")

    second = PublishedCaseFactory(hierarchy_step="reuse")

    html = body(client, "/en/cases/?step=reuse")
    assert "2 cases match" in html
    assert {first.number, second.number} == set(re.findall(r"/cases/(CN-AS-[0-9-]+)/", html))


def test_a_withdrawn_case_is_gone_at_once(client: Client) -> None:
    case, other = PublishedCaseFactory.create_batch(2, themes=[ThemeFactory()])
    for path in ("/en/cases/", page_of(other)):
        assert case.title_en in body(client, path)

    for code in languages.LANGUAGES:
        actions.withdraw_from_publication(case, code, by=PUBLISHER, reason="test")

    for path in ("/en/cases/", page_of(other)):
        assert case.title_en not in body(client, path)
    assert client.get(page_of(case)).status_code == 410


def test_a_changed_text_is_shown_at_once(client: Client) -> None:
    case = PublishedCaseFactory(background_en="Before.")
    assert "Before." in body(client, page_of(case))

    case.background_en = "After."
    case.save()
    actions.settle_edit(case)

    assert "After." in body(client, page_of(case))


def test_a_renamed_theme_is_shown_at_once(client: Client) -> None:
    case = PublishedCaseFactory(themes=[ThemeFactory(name_en="Old name")])
    for path in ("/en/cases/", page_of(case)):
        assert "Old name" in body(client, path)

    Theme.objects.update(name_en="New name")

    assert "New name" in body(client, page_of(case))
    card = re.search(r"<article.*?</article>", body(client, "/en/cases/"), re.DOTALL)
    assert card is not None
    assert "New name" in card[0]


def test_no_question_gets_the_answer_to_another(client: Client) -> None:
    PublishedCaseFactory(hierarchy_step="reuse", title_en="A", title_zh_hans="甲")
    PublishedCaseFactory(hierarchy_step="cleanup", title_en="B", title_zh_hans="乙")
    paths = [
        "/en/cases/",
        "/zh-hans/cases/",
        "/en/cases/?step=reuse",
        "/en/cases/?step=cleanup",
        "/en/cases/?step=reuse&step=cleanup&sort=title",
        "/en/cases/?sort=number",
        "/en/cases/?page=2",
        "/en/cases/?step=unknown",
        "/en/cases/?q=A",
        "/en/cases/?unheard=of",
    ]
    fresh = {}
    for path in paths:
        layered_cache.memory.clear()
        cache.clear()
        fresh[path] = body(client, path)

    for path in (*paths, *reversed(paths)):
        assert body(client, path) == fresh[path], path


def test_a_browser_that_has_the_page_costs_no_template(
    client: Client, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PAGE_CACHE = True
    case = PublishedCaseFactory()
    held = {path: client.get(path)["ETag"] for path in ("/en/cases/", page_of(case))}
    layered_cache.memory.clear()
    cache.clear()

    def refuse(*_args: object, **_kwargs: object) -> None:
        pytest.fail("A template was opened or rendered.")

    monkeypatch.setattr(Engine, "get_template", refuse)
    monkeypatch.setattr(Template, "render", refuse)
    for path, etag in held.items():
        answer = client.get(path, headers={"If-None-Match": etag})
        assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_without_anything_kept_a_page_asks_four_queries_at_most(
    client: Client, settings: LazySettings, rows: int
) -> None:
    settings.FRAGMENT_CACHE = False
    case = PublishedCaseFactory(themes=[ThemeFactory()])
    bench.make(rows - 1)
    for path in ("/en/cases/", page_of(case)):
        body(client, path)  # makes the index

    assert queries(client, "/en/cases/") == 2  # the version, the cards
    assert queries(client, page_of(case)) == 2  # head and version; case and what is related
