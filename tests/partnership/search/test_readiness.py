"""Counts of lists that nothing narrows are there before somebody asks."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.index import CASES
from partnership.core import layered_cache, publication_version
from partnership.notifications import wake
from partnership.search import readiness
from partnership.search.shelves import shelves_of
from partnership.search.tasks import make_counts_ready
from tests.factories.cases import PublishedCaseFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def woken(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The tasks a worker was asked to do."""
    asked: list[str] = []
    monkeypatch.setattr(wake, "up_without_a_row", asked.append)
    cache.clear()
    yield asked
    layered_cache.memory.clear()
    cache.clear()


def test_of_many_publications_one_asks_a_worker_to_make_the_counts(woken: list[str]) -> None:
    PublishedCaseFactory.create_batch(2)
    assert woken == [readiness.TASK]

    make_counts_ready()
    PublishedCaseFactory()
    assert woken == [readiness.TASK] * 2


def test_another_process_finds_the_counts_made(monkeypatch: pytest.MonkeyPatch) -> None:
    PublishedCaseFactory(hierarchy_step="reuse")
    make_counts_ready()
    layered_cache.memory.clear()
    monkeypatch.setattr(CASES._kept, "index", None)

    with CaptureQueriesContext(connection) as queries:
        steps = CASES.index().totals["step"]
        entries = sum(shelves_of(None, is_wide=False).values())

    assert (steps, entries) == ({"reuse": 1}, 1)
    assert {query["sql"] for query in queries} == {publication_version.QUERY}


def test_what_was_made_for_another_version_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    PublishedCaseFactory()
    make_counts_ready()
    PublishedCaseFactory()
    monkeypatch.setattr(CASES._kept, "index", None)

    assert len(CASES.index().keys) == 2
