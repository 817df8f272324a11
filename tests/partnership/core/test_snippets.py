"""Finding a piece of a short text by an index, in both languages."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.models import Case
from partnership.core import snippets
from partnership.core.snippets import containing, snippets_of, stands_in_either_language
from tests.factories.cases import CaseFactory

FIELDS = ("number", "title_zh_hans", "title_en")
TEXTS = st.text(alphabet="海滩净塑AaÉé1 -", max_size=12)


def found(text: str) -> set[str]:
    return set(containing(Case.objects.all(), text, FIELDS).values_list("number", flat=True))


@pytest.fixture
def two_cases(db: None) -> None:
    CaseFactory(number="CN-AS-2026-001", title_zh_hans="北海净滩行动", title_en="Beach clean-up")
    CaseFactory(number="CN-AS-2026-002", title_zh_hans="渔网回收", title_en="Nets come back")


@pytest.mark.parametrize("text", ["净滩", "海", "BEACH", "clean-up", "2026-001", "北海净滩行动"])
def test_it_finds_words_of_one_two_and_more_characters(two_cases: None, text: str) -> None:
    assert found(text) == {"CN-AS-2026-001"}


@pytest.mark.parametrize("text", ["滩净", "hcaeb", "%", "Beach_clean", "海北"])
def test_it_finds_nothing_that_is_not_there(two_cases: None, text: str) -> None:
    assert found(text) == set()


def test_it_reads_on_where_the_index_is_no_help(
    two_cases: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snippets, "RARE", 1)

    assert found("CN-AS") == {"CN-AS-2026-001", "CN-AS-2026-002"}


@pytest.mark.parametrize(
    ("text", "number"),
    [("净滩", 1), ("CLEAN-UP", 1), ("Nets", 1), ("number", 0), ("%", 0), ("e", 2)],
)
def test_without_an_index_it_looks_into_both_languages(
    two_cases: None, text: str, number: int
) -> None:
    assert Case.objects.filter(stands_in_either_language(["title"], text)).count() == number


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS.filter(bool), around=TEXTS)
def test_the_database_takes_texts_apart_as_we_do(db: None, text: str, around: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT core_snippets(%s, %s)", [around + text, ""])
        (held,) = cursor.fetchone()

    assert set(snippets_of(text)) <= set(held)
