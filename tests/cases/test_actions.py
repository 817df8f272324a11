from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine

from cases import actions
from cases.errors import DateInFuture, NextCheckTooEarly, NotReady, SourceMissing
from cases.models import Case
from partnership.accounts.models import User
from partnership.core.errors import (
    AlreadyPublished,
    ChangedMeanwhile,
    NotAllowed,
    NotPublished,
    ReasonMissing,
)
from partnership.core.models import AuditEvent
from tests.factories.cases import (
    CaseFactory,
    IndicatorFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


def last_event(case: Case) -> AuditEvent:
    return AuditEvent.objects.about(case)[0]


def figure(case: Case, **fields: Any) -> Any:
    return IndicatorFactory(case=case, source=case.sources.get(), **fields)


def test_it_begins_a_draft_under_the_next_number(lin: User) -> None:
    with time_machine.travel("2027-03-01 12:00+08:00"):
        first = actions.create_case(by=lin, title_zh_hans="海滩")
        second = actions.create_case(by=lin, title_zh_hans="海滩")
        other_year = actions.create_case(by=lin, year=2026, title_zh_hans="海滩")

    assert [first.number, second.number] == ["CN-AS-2027-001", "CN-AS-2027-002"]
    assert other_year.number == "CN-AS-2026-001"
    assert (last_event(first).verb, last_event(first).actor_label) == ("created", "Lin")


def test_it_publishes_one_language(zhao: User) -> None:
    case = ReadyCaseFactory()

    published = actions.publish_case(case, "en", by=zhao)

    assert published.published_languages == ["en"]
    assert published.public_since == published.published_en_at
    assert published.version == case.version + 1
    event = last_event(case)
    assert (event.verb, event.actor_label) == ("published", "Zhao")
    assert {"published_en_at", "public_since"} <= event.changes.keys()
    assert not {"version", "updated_at"} & event.changes.keys()


def test_it_works_out_completeness_and_grade(zhao: User) -> None:
    published = actions.publish_case(ReadyCaseFactory(), "en", by=zhao)

    assert published.evidence_grade == "B"
    assert 0 < published.completeness < 100


def test_it_keeps_since_when_a_case_is_public_when_the_second_language_follows(zhao: User) -> None:
    first = actions.publish_case(ReadyCaseFactory(), "zh-hans", by=zhao)

    second = actions.publish_case(first, "en", by=zhao)

    assert second.public_since == first.public_since
    assert second.published_languages == ["zh-hans", "en"]


def test_it_refuses_to_publish_what_is_not_ready_and_names_it(zhao: User) -> None:
    case = ReadyCaseFactory(background_en="")
    IndicatorFactory(case=case, source=None, grade="", period_en="")

    with pytest.raises(NotReady) as refusal:
        actions.publish_case(case, "en", by=zhao)

    assert str(refusal.value).splitlines() == [
        "该案例尚不能公开。",
        "缺少英文“工作背景”。请在公开该语言版本之前补写。",
        "第1项指标“Litter removed”缺少英文内容：时段、来源。数据必须有时段、口径和来源才能公开。",
    ]
    assert Case.objects.get().published_languages == []
    assert not AuditEvent.objects.about(case).exists()


def test_it_refuses_to_publish_twice(zhao: User) -> None:
    with pytest.raises(AlreadyPublished):
        actions.publish_case(PublishedCaseFactory(), "en", by=zhao)


def test_it_withdraws_one_language_and_keeps_the_reason(zhao: User) -> None:
    case = PublishedCaseFactory()

    withdrawn = actions.withdraw_from_publication(case, "en", by=zhao, reason=" Figures wrong. ")

    assert withdrawn.published_languages == ["zh-hans"]
    assert withdrawn.is_public
    assert (last_event(case).verb, last_event(case).note) == ("withdrawn", "Figures wrong.")


def test_a_case_without_any_language_is_no_longer_public(zhao: User) -> None:
    case = PublishedCaseFactory(languages=["en"])

    withdrawn = actions.withdraw_from_publication(case, "en", by=zhao, reason="Wrong.")

    assert (withdrawn.is_public, withdrawn.published_languages) == (False, [])


@pytest.mark.parametrize("reason", ["", "  "])
def test_it_asks_for_the_reason_of_a_withdrawal(zhao: User, reason: str) -> None:
    with pytest.raises(ReasonMissing):
        actions.withdraw_from_publication(PublishedCaseFactory(), "en", by=zhao, reason=reason)


def test_it_refuses_to_withdraw_what_is_not_public(zhao: User) -> None:
    case = PublishedCaseFactory(languages=["zh-hans"])

    with pytest.raises(NotPublished):
        actions.withdraw_from_publication(case, "en", by=zhao, reason="Wrong.")


def test_it_notes_that_facts_were_checked(lin: User) -> None:
    with time_machine.travel("2026-11-23 12:00+08:00"):
        checked = actions.confirm_facts(CaseFactory(), by=lin)

    assert checked.last_fact_checked_on == date(2026, 11, 23)
    assert checked.next_review_due_on == date(2027, 11, 23)
    assert last_event(checked).verb == "fact-checked"


@pytest.mark.parametrize(
    ("checked_on", "next_due", "error"),
    [
        (date(2026, 11, 24), None, DateInFuture),
        (date(2026, 11, 20), date(2026, 11, 20), NextCheckTooEarly),
    ],
)
def test_it_refuses_impossible_dates_of_a_check(
    lin: User, checked_on: date, next_due: date | None, error: type[Exception]
) -> None:
    with time_machine.travel("2026-11-23 12:00+08:00"), pytest.raises(error):
        actions.confirm_facts(CaseFactory(), by=lin, checked_on=checked_on, next_due=next_due)


def test_it_notes_who_verified_a_figure(lin: User) -> None:
    row = figure(ReadyCaseFactory())

    case = actions.confirm_indicator(row, by=lin)

    row.refresh_from_db()
    assert (row.verified_by, row.verified_at is None) == (lin, False)
    assert case.version == 2
    assert (last_event(case).verb, last_event(case).note) == ("fact-checked", str(row))


def test_it_refuses_to_verify_a_figure_without_source(lin: User) -> None:
    row = IndicatorFactory(case=CaseFactory(), source=None, grade="")

    with pytest.raises(SourceMissing) as refusal:
        actions.confirm_indicator(row, by=lin)

    assert str(refusal.value) == "指标“清理量”没有来源。请先补充来源，再核实数据。"


def test_it_takes_the_demo_mark_off(zhao: User) -> None:
    case = CaseFactory(is_demo=True)

    assert actions.mark_as_real(case, by=zhao, reason="Confirmed by the city.").is_demo is False
    assert last_event(case).note == "Confirmed by the city."


def test_it_asks_why_the_demo_mark_goes(zhao: User) -> None:
    with pytest.raises(ReasonMissing):
        actions.mark_as_real(CaseFactory(is_demo=True), by=zhao, reason="")


FORBIDDEN: list[Callable[[Case, User], object]] = [
    lambda case, user: actions.create_case(by=user, title_zh_hans="海滩"),
    lambda case, user: actions.lock_for_edit(case, by=user),
    lambda case, user: actions.publish_case(case, "en", by=user),
    lambda case, user: actions.withdraw_from_publication(case, "en", by=user, reason="x"),
    lambda case, user: actions.confirm_facts(case, by=user),
    lambda case, user: actions.confirm_indicator(figure(case), by=user),
    lambda case, user: actions.mark_as_real(case, by=user, reason="x"),
]


@pytest.mark.parametrize("deed", FORBIDDEN)
def test_every_deed_asks_the_policy(deed: Callable[[Case, User], object], wang: User) -> None:
    case = ReadyCaseFactory()

    with pytest.raises(NotAllowed):
        deed(case, wang)

    assert Case.objects.get().version == case.version


def test_an_edit_begins_with_the_locked_row(lin: User) -> None:
    case = CaseFactory()

    locked = actions.lock_for_edit(case, by=lin, version=1)

    assert (locked, locked is case) == (case, False)
    assert actions.lock_for_edit(case, by=lin) == case


def test_an_edit_is_refused_when_somebody_else_saved_meanwhile(lin: User) -> None:
    case = CaseFactory()
    actions.settle_edit(case)

    with pytest.raises(ChangedMeanwhile):
        actions.lock_for_edit(case, by=lin, version=1)


def test_an_edit_ends_with_a_new_version_and_what_follows_from_the_rows() -> None:
    case = CaseFactory()
    SourceFactory(case=case, grade="C")

    settled = actions.settle_edit(case)

    assert (settled.version, settled.evidence_grade) == (2, "C")
    assert settled.completeness > 0


def test_an_edit_may_leave_a_draft_incomplete() -> None:
    assert actions.settle_edit(CaseFactory()).version == 2


def test_an_edit_of_a_public_case_leaves_it_publishable() -> None:
    case = PublishedCaseFactory()
    case.blocks.all().delete()

    with pytest.raises(NotReady):
        actions.settle_edit(case)


def test_readers_are_told_of_the_versions_they_could_see(zhao: User, lin: User) -> None:
    """A draft's saves, the second language and a check of the facts give them no other text."""
    draft = actions.settle_edit(actions.settle_edit(ReadyCaseFactory()))
    first = actions.publish_case(draft, "zh-hans", by=zhao)
    second_language = actions.publish_case(first, "en", by=zhao)
    checked = actions.confirm_facts(second_language, by=lin)
    edited = actions.settle_edit(checked)

    cases = (draft, first, second_language, checked, edited)
    assert [case.edition for case in cases] == [0, 1, 1, 1, 2]


def test_a_case_that_comes_back_is_another_version(zhao: User) -> None:
    case = PublishedCaseFactory(languages=["en"])
    withdrawn = actions.withdraw_from_publication(case, "en", by=zhao, reason="Wrong figures.")

    again = actions.publish_case(actions.settle_edit(withdrawn), "en", by=zhao)

    assert (withdrawn.edition, again.edition) == (1, 2)
