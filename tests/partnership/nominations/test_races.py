"""Nominations at the same moment: real transactions, real threads."""

import threading
from functools import partial

import pytest

from partnership.accounts.choices import Role
from partnership.events import actions as of_events
from partnership.events.actions import seats
from partnership.events.models import Event
from partnership.nominations import actions
from partnership.nominations.actions import filling, rows
from partnership.nominations.models import Nomination
from partnership.notifications.models import OutgoingMessage
from tests.conftest import person
from tests.factories.events import clerk
from tests.factories.nominations import (
    NominationFactory,
    QuotaFactory,
    focal_point,
    nominee,
    scan,
)
from tests.partnership.events.races import outcomes_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is sent away only because the machine is busy."""
    monkeypatch.setattr(seats, "LOCK_TIMEOUT", "60s")


@pytest.mark.parametrize("repetition", range(5))
def test_a_city_with_two_seats_names_three_at_once_from_two_tabs(repetition: int) -> None:
    quota = QuotaFactory(seats=2, reserve_seats=0)
    wu = focal_point(quota.organisation)
    people = [nominee(f"n{number}@example.org") for number in range(3)]
    works = [partial(actions.add, quota, each, by=wu) for each in people]

    assert outcomes_of(works) == {"draft": 2, "slate-full": 1}
    assert Nomination.objects.count() == 2


@pytest.mark.parametrize("repetition", range(3))
def test_a_list_handed_in_from_two_tabs_is_handed_in_once(repetition: int) -> None:
    quota = QuotaFactory()
    NominationFactory.create_batch(2, quota=quota)
    wu = focal_point(quota.organisation)
    works = [partial(actions.submit, quota, scan(wu), by=wu) for _tab in range(2)]

    assert outcomes_of(works) == {"done": 1, "nothing-to-submit": 1}
    assert Nomination.objects.to_decide().count() == 2


@pytest.mark.parametrize("repetition", range(3))
def test_of_two_colleagues_the_first_decides(repetition: int) -> None:
    colleagues = [person(name, "zh-hans", Role.SECRETARIAT) for name in ("Lin", "Zhao")]
    row = NominationFactory(submitted=True)
    works = [
        partial(actions.accept, row, by=colleagues[0]),
        partial(actions.decline, row, by=colleagues[1], reason="Late."),
    ]

    outcomes = outcomes_of(works)

    assert outcomes["already-decided"] == 1
    assert outcomes["accepted"] + outcomes["declined"] == 1


def test_three_are_accepted_at_once_on_two_seats() -> None:
    quota = QuotaFactory(seats=2, reserve_seats=1)
    rows = NominationFactory.create_batch(3, quota=quota, submitted=True)
    by = clerk()

    outcomes = outcomes_of([partial(actions.accept, row, by=by) for row in rows])

    assert outcomes == {"accepted": 2, "hold-full": 1}
    assert quota.hold.registrations.seated().people() == 2


def test_two_workers_tell_an_answer_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have found it before either has told it."""
    nomination = NominationFactory(accepted=True)
    of_events.cancel(nomination.registration)
    both = threading.Barrier(2)
    real = rows.begin_with

    def together(row: Nomination) -> object:
        both.wait(timeout=20)
        return real(row)

    monkeypatch.setattr(rows, "begin_with", together)

    assert outcomes_of([actions.tell_answers] * 2) == {"done": 2}

    told = OutgoingMessage.objects.filter(kind="nominations.answered")
    assert told.count() == 1


def test_without_the_lock_a_city_names_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: the tests above prove something."""
    quota = QuotaFactory(seats=2, reserve_seats=0)
    wu = focal_point(quota.organisation)
    monkeypatch.setattr(seats, "take", lambda event: Event.objects.get(pk=event.pk))
    real = filling.begun

    def slowly(*args: object, **options: object) -> object:
        threading.Event().wait(0.2)
        return real(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(filling, "begun", slowly)
    people = [nominee(f"n{number}@example.org") for number in range(5)]

    outcomes_of([partial(actions.add, quota, each, by=wu) for each in people])

    assert Nomination.objects.count() > 2
