"""The list of cases in the secretariat's admin."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases import actions
from cases.models import Case
from partnership.core.admin import paging
from tests.cases.admin_pages import LIST
from tests.factories.cases import (
    CaseFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
)
from tests.factories.reference import CityFactory, ThemeFactory


def numbers(client: Client, **query: str) -> set[str]:
    return {case.number for case in client.get(LIST, query).context["cl"].result_list}


def settled(case: Case) -> Case:
    return actions.settle_edit(case)


def test_it_lists_a_case_with_state_completeness_gaps_and_title_in_the_readers_language(
    editor: Client,
) -> None:
    PublishedCaseFactory(title_zh_hans="北海净滩", title_en="Beach clean-up", languages=["zh-hans"])

    chinese = editor.get(LIST).content.decode()
    editor.cookies["language"] = "en"
    english = editor.get(LIST).content.decode()

    assert "北海净滩" in chinese
    assert "中文：已公开" in chinese
    assert "英文：草稿" in chinese
    assert "Beach clean-up" in english
    assert "Chinese: public" in english
    assert "to look at: 2" in english
    assert "lacks" not in english


def test_it_marks_a_title_that_lacks_in_the_readers_language(editor: Client) -> None:
    CaseFactory(title_zh_hans="北海净滩", title_en="")
    editor.cookies["language"] = "en"

    assert '<span lang="zh-Hans">北海净滩</span>' in editor.get(LIST).content.decode()


def test_it_finds_cases_by_number_and_by_words_of_either_title(editor: Client) -> None:
    wanted = CaseFactory(title_zh_hans="北海净滩", title_en="Beach clean-up")
    CaseFactory(title_zh_hans="渔网回收", title_en="Nets")

    assert numbers(editor, q="净滩") == {wanted.number}
    assert numbers(editor, q="CLEAN") == {wanted.number}
    assert numbers(editor, q=wanted.number) == {wanted.number}
    assert numbers(editor, q="没有") == set()


Made = Callable[[], Case]
WORK: list[tuple[str, Made]] = [
    ("ready", lambda: settled(ReadyCaseFactory())),
    ("unfinished", lambda: settled(CaseFactory())),
    ("translate", lambda: PublishedCaseFactory(languages=["zh-hans"])),
    (
        "check",
        lambda: PublishedCaseFactory(
            last_fact_checked_on=date(2025, 1, 1),
            next_review_due_on=timezone.localdate() - timedelta(days=1),
        ),
    ),
    ("unchecked", lambda: PublishedCaseFactory(next_review_due_on=date(2999, 1, 1))),
]


@pytest.mark.parametrize(("work", "make"), WORK, ids=[row[0] for row in WORK])
def test_the_list_narrows_to_what_the_start_page_counts(
    publisher: Client, work: str, make: Made
) -> None:
    CaseFactory()  # never settled: nothing is known about it
    wanted = make()
    waiting = publisher.get("/admin/").context["waiting"]

    assert wanted.number in numbers(publisher, work=work)
    (item,) = [item for item in waiting if item.url.endswith(f"?work={work}")]
    assert item.count == len(numbers(publisher, work=work))


def test_it_narrows_by_country_theme_step_grade_and_demo_mark(editor: Client) -> None:
    city, theme = CityFactory(), ThemeFactory()
    wanted = PublishedCaseFactory(place=city, themes=[theme], is_demo=True)
    other = PublishedCaseFactory(hierarchy_step="monitoring")

    for query in (
        {"country": city.parent.parent.code},
        {"theme": theme.code},
        {"step": "cleanup"},
        {"demo": "yes"},
    ):
        assert numbers(editor, **query) == {wanted.number}, query
    assert numbers(editor, grade="B") == {wanted.number, other.number}
    assert numbers(editor, country="ZZ") == set()


def test_it_asks_at_most_twelve_queries_at_any_length(editor: Client) -> None:
    counts = []
    for more in (1, 2, 47):
        CaseFactory.create_batch(more)
        with CaptureQueriesContext(connection) as queries:
            editor.get(LIST)
        counts.append(len(queries))

    assert len(set(counts)) == 1
    assert counts[0] <= 12


def test_it_never_counts_the_whole_table(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "COUNT_CAP", 60)
    CaseFactory.create_batch(70)

    with CaptureQueriesContext(connection) as queries:
        page = editor.get(LIST).content.decode()

    asked = [query["sql"] for query in queries if 'FROM "cases_case"' in query["sql"]]
    assert not any("COUNT(" in sql for sql in asked)
    assert sum("LIMIT 61" in sql for sql in asked) == 1
    assert len(asked) == 2
    assert "超过1000条" in page
