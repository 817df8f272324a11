"""Seats are never given twice, nobody overtakes, nothing fails. Real transactions, real threads.

That these tests can fail is shown by `test_races_lost`, where the rules are taken away.
"""

import random
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.events import actions
from partnership.events.actions import seats
from partnership.events.choices import Mode, RegistrationStatus
from partnership.events.models import Event, Registration, SeatHold
from partnership.notifications.models import OutgoingMessage
from tests.conftest import person
from tests.factories.events import EventFactory, RegistrationFactory, clerk, details
from tests.factories.network import OrganisationFactory, PersonFactory
from tests.partnership.events.races import crowd_of, outcomes_of

pytestmark = pytest.mark.django_db(transaction=True)

S = RegistrationStatus


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is sent away only because the machine is busy; that has a test of its own."""
    monkeypatch.setattr(seats, "LOCK_TIMEOUT", "60s")


def newcomers(event: Event, count: int) -> list[Callable[[], Registration]]:
    return coming(event, PersonFactory.create_batch(count))


def coming(event: Event, people: Sequence[User]) -> list[Callable[[], Registration]]:
    return [partial(actions.register, event, details(one.email), person=one) for one in people]


def of(event: Event) -> Counter[str]:
    return Counter(event.registrations.values_list("status", flat=True))


def line(event: Event) -> list[int]:
    return list(event.registrations.waiting().values_list("pk", flat=True))


@pytest.mark.parametrize("repetition", range(5))
def test_fifty_people_and_one_seat(repetition: int) -> None:
    event = EventFactory(published=True, capacity=10)
    RegistrationFactory.create_batch(9, event=event)

    outcomes = outcomes_of(newcomers(event, 50))

    assert outcomes == {S.CONFIRMED: 1, "event-full": 49}
    assert event.registrations.confirmed().people() == 10


def test_two_hundred_people_a_hundred_seats_and_a_line_of_thirty() -> None:
    """Two hundred connections where the server has them, three times over, the people the same."""
    people = PersonFactory.create_batch(200)
    with crowd_of(200) as crowd:
        for _repetition in range(3):
            event = EventFactory(published=True, capacity=100, waitlist_capacity=30)

            outcomes = crowd.outcomes_of(coming(event, people))

            assert crowd.seconds < 15, "on a busy machine too"
            assert outcomes == {S.CONFIRMED: 100, S.WAITLISTED: 30, "event-full": 70}
            assert of(event) == {S.CONFIRMED: 100, S.WAITLISTED: 30}
            waiting = event.registrations.waiting()
            assert list(waiting.values_list("waitlist_number", flat=True)) == list(range(1, 31))
            assert line(event) == sorted(line(event)), "the line is in the order of the lock"


def test_twenty_identical_submits_are_one_registration() -> None:
    event = EventFactory(published=True, capacity=10)
    mei = PersonFactory()
    work = partial(actions.register, event, details(mei.email), person=mei)

    assert outcomes_of([work] * 20) == {S.CONFIRMED: 1, "already-registered": 19}
    assert event.registrations.count() == 1
    assert OutgoingMessage.objects.filter(to_address=mei.email).count() == 1


@pytest.mark.parametrize("repetition", range(3))
def test_seats_that_come_free_go_to_those_who_wait(repetition: int) -> None:
    event = EventFactory(published=True, capacity=20, waitlist_capacity=100)
    seated = RegistrationFactory.create_batch(20, event=event)
    waiting = [row.pk for row in RegistrationFactory.create_batch(30, event=event)]
    newcoming = newcomers(event, 20)
    works = [*(partial(actions.cancel, row) for row in seated[:10]), *newcoming]
    random.shuffle(works)

    outcomes = outcomes_of(works)

    assert outcomes == {S.CANCELLED: 10, S.WAITLISTED: 20}
    confirmed = set(event.registrations.confirmed().values_list("pk", flat=True))
    assert confirmed == {*(row.pk for row in seated[10:]), *waiting[:10]}
    assert line(event)[:20] == waiting[10:]


@pytest.mark.parametrize("repetition", range(3))
def test_more_seats_go_to_those_who_wait_while_others_come(repetition: int) -> None:
    event = EventFactory(published=True, capacity=20, waitlist_capacity=100)
    RegistrationFactory.create_batch(20, event=event)
    waiting = [row.pk for row in RegistrationFactory.create_batch(10, event=event)]

    @transaction.atomic
    def raise_capacity() -> None:
        locked = actions.lock_for_edit(event, by=clerk())
        locked.capacity = 25
        locked.save()
        actions.settle_edit(locked)

    clerk()
    outcomes = outcomes_of([*newcomers(event, 20), raise_capacity])

    assert outcomes == {S.WAITLISTED: 20, "done": 1}
    assert event.registrations.confirmed().people() == 25
    assert set(waiting[:5]) <= set(event.registrations.confirmed().values_list("pk", flat=True))
    assert line(event)[:5] == waiting[5:]


def at(moment: datetime, work: Callable[[], object]) -> Callable[[], object]:
    """Return the work to be done at `moment`, and no earlier."""

    def done() -> object:
        threading.Event().wait(max((moment - timezone.now()).total_seconds(), 0))
        return work()

    return done


def accepted_beside_the_end(late: timedelta) -> bool:
    """Accept an offer `late` after its end, while others end it; return whether it was accepted."""
    event = EventFactory(published=True, capacity=1, waitlist_capacity=5, offer_hours=24)
    first = RegistrationFactory(event=event)
    offered, next_one = RegistrationFactory.create_batch(2, event=event)
    actions.cancel(first)
    ends = timezone.now() + timedelta(seconds=0.4)
    Registration.objects.filter(pk=offered.pk).update(offer_expires_at=ends)

    outcomes = outcomes_of(
        [
            at(ends + late, partial(actions.accept_offer, offered)),
            at(ends, actions.end_offers),
            at(ends + timedelta(milliseconds=20), actions.end_offers),
        ]
    )

    offered.refresh_from_db()
    next_one.refresh_from_db()
    won = offered.status == S.CONFIRMED
    assert outcomes == {"done": 2, (S.CONFIRMED if won else "offer-over"): 1}
    assert (offered.status, next_one.status) == (
        (S.CONFIRMED, S.WAITLISTED) if won else (S.EXPIRED, S.OFFERED)
    )
    assert event.registrations.seated().people() == 1
    assert offers_to(next_one) == (0 if won else 1), "once, though two have ended it"
    return won


def offers_to(row: Registration) -> int:
    mails = OutgoingMessage.objects.filter(kind="events.offered", to_address=row.email)
    return int(mails.count())


def test_an_offer_accepted_while_it_ends_is_one_or_the_other() -> None:
    lates = [-200, *random.sample(range(-20, 21), 4), 40]

    won = {accepted_beside_the_end(timedelta(milliseconds=late)) for late in lates}

    assert won == {True, False}, "the moments lie on both sides of the end"


@pytest.mark.parametrize("repetition", range(5))
def test_of_two_colleagues_the_first_decides(repetition: int) -> None:
    colleagues = [person(name, "zh-hans", Role.SECRETARIAT) for name in ("Lin", "Zhao")]
    event = EventFactory(published=True, mode=Mode.APPROVAL)
    row = RegistrationFactory(event=event)
    works = [
        partial(actions.approve, row, by=colleagues[0]),
        partial(actions.reject, row, by=colleagues[1], reason="late"),
    ]

    outcomes = outcomes_of(works)

    assert outcomes["already-decided"] == 1
    assert outcomes[S.CONFIRMED] + outcomes[S.REJECTED] == 1


@pytest.mark.parametrize("repetition", range(3))
def test_an_organisation_fills_no_more_than_the_seats_kept_for_it(repetition: int) -> None:
    event = EventFactory(published=True, capacity=10)
    hold = actions.hold_seats(event, OrganisationFactory(), 2, by=clerk())
    by = clerk()
    works = entered_on(event, hold, by)

    assert outcomes_of(works) == {S.CONFIRMED: 2, "hold-full": 1}


def entered_on(event: Event, hold: SeatHold, by: User) -> list[Callable[[], Registration]]:
    """Three people for the two seats of an organisation."""
    people = [details(f"n{number}@example.org") for number in range(3)]
    return [partial(actions.enter, event, one, by=by, hold=hold) for one in people]


def slowly(real: Callable[..., Any], seconds: float = 0.05) -> Callable[..., Any]:
    """Let others in between what is found and what is done about it."""

    def found(*asked: Any, **options: Any) -> Any:
        answer = real(*asked, **options)
        threading.Event().wait(seconds)
        return answer

    return found


def test_with_the_lock_a_pause_before_the_writing_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    event = EventFactory(published=True, capacity=10)
    RegistrationFactory.create_batch(9, event=event)
    works = newcomers(event, 20)
    monkeypatch.setattr(seats.phases, "seats_of", slowly(seats.phases.seats_of))

    outcomes = outcomes_of(works)

    assert outcomes[S.CONFIRMED] == 1
    assert event.registrations.confirmed().people() == 10


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_it_refuses_to_work_where_the_count_would_be_older_than_the_lock(level: str) -> None:
    event = EventFactory(published=True, capacity=10)

    with transaction.atomic():
        connection.cursor().execute(f"SET TRANSACTION ISOLATION LEVEL {level}")
        with pytest.raises(seats.WrongIsolation):
            seats.lock(event)


def test_whoever_waits_too_long_is_asked_to_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    event = EventFactory(published=True, capacity=10)
    monkeypatch.setattr(seats, "LOCK_TIMEOUT", "100ms")
    work = newcomers(event, 1)[0]

    with transaction.atomic():
        seats.lock(event)
        assert outcomes_of([work]) == {"busy": 1}

    assert outcomes_of([work]) == {S.CONFIRMED: 1}
    assert of(event) == {S.CONFIRMED: 1}


def test_a_fault_of_the_database_is_not_called_busy(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = EventFactory(published=True, capacity=10)

    def broken(_event: Event) -> Event:
        raise OperationalError("the disk is full")

    monkeypatch.setattr(seats, "take", broken)

    with transaction.atomic(), pytest.raises(OperationalError, match="disk"):
        seats.lock(event)
