"""Two at once, on connections of their own: nothing is lost, and states are true afterwards."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from cases import actions as cases
from cases.models import BuildingBlock, Case
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.errors import DomainError
from partnership.translations import actions, auditing
from partnership.translations.actions import Approval
from partnership.translations.actions.rows import token_of
from partnership.translations.choices import State
from partnership.translations.models import TranslationUnit
from tests.factories.cases import BlockFactory, CaseFactory
from tests.partnership.translations.conftest import line_of, unit_of

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*deeds: Callable[[], object]) -> list[Exception]:
    """Do all deeds at the same time, each on a connection of its own; return what was refused."""
    start, refused = threading.Barrier(len(deeds)), []

    def do(deed: Callable[[], object]) -> None:
        try:
            start.wait(10)
            deed()
        except DomainError as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return refused


@pytest.fixture
def person() -> User:
    return User.objects.create_user("lin@example.org", None, name="Lin", roles=[Role.SECRETARIAT])


@pytest.fixture
def case(person: User) -> Case:
    made: Case = CaseFactory(background_zh_hans="背景。", background_en="Background.")
    BlockFactory(case=made)
    units = line_of(made).units.exclude(text_now="")
    actions.approve(line_of(made), actions.approvals_of(units), by=person)
    made.refresh_from_db()
    return made


def counts_are_true(case: Case) -> bool:
    line = line_of(case)
    units = TranslationUnit.objects.filter(translated=line)
    return all(
        getattr(line, state.replace("-", "_")) == units.filter(state=state).count()
        for state in State
    )


def test_saves_of_several_rows_keep_counts_true(case: Case) -> None:
    rows = [BlockFactory(case=case, order=number) for number in (1, 2, 3)]

    def change(row: BuildingBlock) -> None:
        with transaction.atomic():
            row.done_zh_hans = "另做了事。"
            row.done_en = ""
            row.save()

    assert at_once(*(lambda row=row: change(row) for row in rows)) == []

    assert line_of(case).missing == 3
    assert counts_are_true(case)
    assert auditing.check_everything().repaired == 0


def test_of_two_translators_the_second_is_told(case: Case, person: User) -> None:
    unit = unit_of(case, "background")
    token = token_of(unit)

    refused = at_once(
        lambda: actions.save_draft(unit, "One.", by=person, token=token),
        lambda: actions.save_draft(unit, "Two.", by=person, token=token),
    )

    assert [error.code for error in refused] == ["changed-meanwhile"]
    assert unit_of(case, "background").draft in ("One.", "Two.")


def test_an_approval_and_a_change_of_the_source_never_end_in_a_false_approval(
    case: Case, person: User
) -> None:
    for number in range(4):
        unit = unit_of(case, "background")
        text, source = f"Text {number}.", f"背景{number}。"

        def approve(unit: TranslationUnit = unit, text: str = text) -> None:
            actions.approve(line_of(case), [Approval(unit, text, token_of(unit))], by=person)

        def edit(source: str = source) -> None:
            with transaction.atomic():
                locked = cases.lock_for_edit(case, by=person)
                locked.background_zh_hans = source
                locked.save()
                cases.settle_edit(locked)

        at_once(approve, edit)

        stored, after = Case.objects.get(pk=case.pk), unit_of(case, "background")
        assert stored.background_zh_hans == source
        assert after.state == State.STALE
        assert counts_are_true(case)
        actions.approve(
            line_of(case), actions.approvals_of([unit_of(case, "background")]), by=person
        )
    assert auditing.check_everything().repaired == 0


def test_the_audit_works_beside_people(case: Case) -> None:
    def edit() -> None:
        for number in range(5):
            Case.objects.get(pk=case.pk)
            case.background_zh_hans = f"背景{number}。"
            case.save(update_fields=["background_zh_hans"])

    at_once(edit, auditing.check_everything, auditing.check_everything)

    assert unit_of(case, "background").state == State.STALE
    assert counts_are_true(case)
    assert auditing.check_everything().repaired == 0
