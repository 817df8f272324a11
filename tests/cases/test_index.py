"""The index of the collection: sets of cases as whole numbers."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases import actions, index
from cases.models import Case
from partnership.core import languages
from partnership.search.collections.index import Index, places_of
from tests.factories.cases import PUBLISHER, CaseFactory, PublishedCaseFactory
from tests.factories.reference import ThemeFactory


def numbers(found: Index, cases: int) -> list[str]:
    """Return the numbers of a set of cases, the latest first."""
    by_key = dict(Case.objects.values_list("pk", "number"))
    return [by_key[found.keys[place]] for place in found.in_order(cases)]


def test_it_finds_the_places_of_a_set() -> None:
    assert list(places_of(0b1011001)) == [0, 3, 4, 6]
    assert list(places_of(0)) == []


@pytest.mark.django_db
def test_it_holds_public_cases_only_the_latest_first() -> None:
    older, newer = PublishedCaseFactory(), PublishedCaseFactory()
    CaseFactory()

    public = index.public()

    assert numbers(public, public.everything) == [newer.number, older.number]
    assert public.row(0) == (newer.pk, newer.version)


@pytest.mark.django_db
def test_it_combines_values_and_facets() -> None:
    theme = ThemeFactory()
    first_, second, _third = (
        PublishedCaseFactory(hierarchy_step="reuse", themes=[theme]),
        PublishedCaseFactory(hierarchy_step="cleanup", themes=[theme]),
        PublishedCaseFactory(hierarchy_step="cleanup"),
    )
    public = index.public()

    both = public.chosen({"step": ("reuse", "cleanup"), "theme": (theme.code,)})
    one = public.chosen({"step": ("reuse",), "theme": (theme.code,)}, leaving_out="theme")

    assert numbers(public, both) == [second.number, first_.number]
    assert numbers(public, one) == [first_.number]
    assert public.chosen({"theme": ("unheard-of",)}) == 0
    assert public.values_of(public.places[first_.pk], "step") == ["reuse"]


@pytest.mark.django_db
def test_it_counts_among_some_cases_only() -> None:
    one, _other = PublishedCaseFactory.create_batch(2, hierarchy_step="reuse")
    public = index.public()

    everywhere = public.counts({}, ["step"], public.everything)
    among = public.counts({}, ["step"], public.among([one.pk, 0]))

    assert (everywhere, among) == ({"step": {"reuse": 2}}, {"step": {"reuse": 1}})


@pytest.mark.django_db
def test_an_empty_collection_is_no_fault() -> None:
    public = index.public()

    assert (public.everything, public.keys) == (0, [])
    assert public.counts({"step": ("reuse",)}, ["step"], 0) == {"step": {}}


@pytest.fixture
def _nothing_kept() -> Iterator[None]:
    yield
    cache.clear()


@pytest.mark.usefixtures("_nothing_kept")
@pytest.mark.django_db(transaction=True)
def test_it_is_made_once_and_anew_after_every_change() -> None:
    case = PublishedCaseFactory()
    made = index.public()

    with CaptureQueriesContext(connection) as queries:
        assert index.public() is made
    assert len(queries) == 1  # what the version of the public content is

    for code in languages.LANGUAGES:
        actions.withdraw_from_publication(case, code, by=PUBLISHER, reason="test")
    assert index.public().keys == []
