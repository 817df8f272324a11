"""No search keeps the database busy for long, and what is said when it would."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle

import pytest
from django.db import connection
from django.test import Client

from partnership.search.asking import statements, understood
from partnership.search.asking.correcting import _begun, _misspelt
from partnership.search.asking.statements import Statement
from partnership.search.asking.weighing import _counts, _number_with, places_of
from partnership.search.errors import TookTooLong
from partnership.search.results import Results, ResultsQuery
from partnership.search.suggestions import suggested

pytestmark = pytest.mark.django_db(transaction=True)
SEARCHING = (
    "/search/",
    "/cases/",
    "/cases/map/",
    "/cases/map/points/",
    "/commitments/",
    "/commitments/table.csv",
    "/reports/",
)


def test_a_statement_that_takes_too_long_is_given_up() -> None:
    limit = statements._longest.set(20)
    try:
        with pytest.raises(TookTooLong):
            Statement().add("SELECT pg_sleep(5)").rows()
        with statements.unlimited():
            assert Statement().add("SELECT pg_sleep(0.05), 1").rows() == [("", 1)]
    finally:
        statements._longest.reset(limit)


def test_a_statement_may_be_the_first_question_on_a_connection() -> None:
    connection.close()

    assert Statement().add("SELECT 7").rows() == [(7,)]


@contextmanager
def busy(*tables: str) -> Iterator[None]:
    """Let the database keep everybody waiting for tables, and the search wait a moment only.

    Nobody waits for ever: neither for the lock, nor what has no limit of its own, nor, since the lock
    goes first whatever else fails, the emptying of the tables behind the test."""
    limit, other = statements._longest.set(20), connection.copy()
    try:
        with other.cursor() as holding:
            holding.execute("SET lock_timeout = '5s'; BEGIN")
            holding.execute(f"LOCK TABLE {', '.join(tables)} IN ACCESS EXCLUSIVE MODE")
            with connection.cursor() as waiting:
                waiting.execute("SET statement_timeout = '5s'")
            yield
    finally:
        other.close()
        statements._longest.reset(limit)
        connection.close()  # with the limit set on it


def test_no_question_of_a_search_waits_longer_than_it_may(client: Client) -> None:
    prepared = Statement().add("SELECT 7 FROM search_searchentry WHERE id = %s", 1)
    questions: dict[str, Callable[[], object]] = {
        "prepared": prepared.rows,
        "places": lambda: places_of([("蓝湾",)]),
        "quotes": lambda: _number_with(("蓝湾",), 1),
        "counts": lambda: _counts(["蓝湾"]),
        "begun": lambda: _begun("mangr", understood("").book),
        "misspelt": lambda: _misspelt("mangorve"),
        "latest": lambda: Results(ResultsQuery()).keys(0, 10),
        "suggestions": lambda: suggested("蓝湾"),
    }
    understood("")  # makes the book, which is read once
    with busy("search_searchentry", "search_lexemecount", "search_knownword", "search_suggestion"):
        for question in questions.values():
            with pytest.raises(TookTooLong):
                question()

        answer = client.get("/en/search/suggestions/", {"q": "蓝湾"})

    assert (answer.status_code, answer.json()) == (503, {"suggestions": []})
    assert prepared.rows() == []


def test_a_search_that_took_too_long_is_answered_in_both_languages_and_keeps_the_text(
    client: Client,
) -> None:
    sentences = {"zh-hans": "检索耗时过长", "en": "takes too long at the moment"}
    with busy("search_searchentry"):
        for address, language in zip(SEARCHING, cycle(sentences), strict=False):
            answer = client.get(f"/{language}{address}?q=蓝湾")

            assert (answer.status_code, answer["Retry-After"]) == (503, "60"), address
            assert sentences[language] in answer.content.decode()
            assert 'value="蓝湾"' in answer.content.decode()
