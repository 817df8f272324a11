"""Offers, cancellations and the line of those who wait."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.models import AuditEvent
from partnership.events import actions
from partnership.events.actions import seats
from partnership.events.choices import CancelledBy, RegistrationStatus
from partnership.events.models import Event, Registration
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory, RegistrationFactory, clerk, details
from tests.partnership.events.test_registering import refused

S = RegistrationStatus

pytestmark = pytest.mark.django_db


def states(event: Event) -> list[str]:
    return list(event.registrations.order_by("pk").values_list("status", flat=True))


@pytest.fixture
def asking() -> Event:
    """One seat; whoever is next is asked first and has a day to answer."""
    return EventFactory(published=True, capacity=1, waitlist_capacity=5, offer_hours=24)


def test_a_cancelled_seat_goes_to_who_is_next(event: Event) -> None:
    rows = RegistrationFactory.create_batch(4, event=event)

    cancelled = actions.cancel(rows[0])

    assert cancelled.cancelled_by == CancelledBy.PARTICIPANT
    assert states(event) == [S.CANCELLED, S.CONFIRMED, S.CONFIRMED, S.WAITLISTED]


def test_cancelling_twice_changes_nothing(event: Event) -> None:
    row = RegistrationFactory(event=event, cancelled=True)

    assert actions.cancel(row).ended_at == row.ended_at


def test_who_waits_may_leave_the_line(event: Event) -> None:
    rows = RegistrationFactory.create_batch(4, event=event)
    actions.cancel(rows[2])

    assert states(event)[2:] == [S.CANCELLED, S.WAITLISTED]


def test_nobody_cancels_too_late(event: Event) -> None:
    row = RegistrationFactory(event=event)
    Event.objects.filter(pk=event.pk).update(cancel_until=timezone.now())

    with refused("too-late-to-cancel"):
        actions.cancel(row)


def test_what_is_over_is_not_cancelled(event: Event) -> None:
    row = RegistrationFactory(event=event)
    past = timezone.now() - timedelta(hours=2)
    Event.objects.filter(pk=event.pk).update(starts_at=past)

    with refused("too-late-to-cancel"):
        actions.cancel(row)


def test_a_large_group_that_waits_is_not_overtaken(event: Event) -> None:
    event.max_group_size = 2
    event.save()
    seated = RegistrationFactory.create_batch(2, event=event)
    RegistrationFactory(event=event, other_adults=1)
    RegistrationFactory(event=event)

    actions.cancel(seated[0])
    assert states(event) == [S.CANCELLED, S.CONFIRMED, S.WAITLISTED, S.WAITLISTED]
    actions.cancel(seated[1])
    assert states(event)[2:] == [S.CONFIRMED, S.WAITLISTED]


def test_who_is_next_is_asked_and_accepts(asking: Event) -> None:
    first, second, third = RegistrationFactory.create_batch(3, event=asking)
    actions.cancel(first)
    assert states(asking) == [S.CANCELLED, S.OFFERED, S.WAITLISTED]

    accepted = actions.accept_offer(second)

    assert (accepted.status, accepted.offer_expires_at) == (S.CONFIRMED, None)
    assert actions.accept_offer(second).confirmed_at == accepted.confirmed_at, "twice is once"
    with refused("registration-step-refused"):
        actions.accept_offer(third)


def test_an_offer_that_is_over_goes_to_the_next(asking: Event) -> None:
    first, second, _next = RegistrationFactory.create_batch(3, event=asking)
    actions.cancel(first)
    end_of(second)

    assert actions.end_offers() == 1
    assert states(asking) == [S.CANCELLED, S.EXPIRED, S.OFFERED]
    assert actions.end_offers() == 0
    with refused("offer-over"):
        actions.accept_offer(second)


def test_an_offer_nobody_has_ended_yet_is_over_all_the_same(asking: Event) -> None:
    first, second = RegistrationFactory.create_batch(2, event=asking)
    actions.cancel(first)
    end_of(second)

    with refused("offer-over"):
        actions.accept_offer(second)


def test_who_let_an_offer_pass_may_register_again(asking: Event) -> None:
    first, second = RegistrationFactory.create_batch(2, event=asking)
    actions.cancel(first)
    end_of(second)

    again = actions.register(asking, details(second.email), person=second.person)

    assert again.status == S.CONFIRMED


def test_an_offer_ends_with_the_beginning_at_the_latest(asking: Event) -> None:
    Event.objects.filter(pk=asking.pk).update(starts_at=timezone.now() + timedelta(hours=1))
    first, second = RegistrationFactory.create_batch(2, event=asking)
    actions.cancel(first)

    second.refresh_from_db()
    asking.refresh_from_db()
    assert second.offer_expires_at == asking.starts_at


def test_nobody_is_moved_up_once_it_has_begun(event: Event) -> None:
    RegistrationFactory.create_batch(3, event=event)
    Event.objects.filter(pk=event.pk).update(
        starts_at=timezone.now() - timedelta(minutes=5), capacity=9
    )

    seats.begin(event)

    assert states(event) == [S.CONFIRMED, S.CONFIRMED, S.WAITLISTED]


def test_an_address_nobody_confirms_is_let_go(event: Event) -> None:
    stranger = RegistrationFactory(event=event, stranger=True)
    RegistrationFactory(event=event)

    assert actions.end_unverified(timezone.now() - timedelta(hours=1)) == 0
    assert actions.end_unverified(timezone.now()) == 1
    assert states(event) == [S.EXPIRED, S.CONFIRMED]
    stranger.refresh_from_db()
    assert stranger.ended_at


def test_an_address_confirmed_meanwhile_stays(
    event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = RegistrationFactory(event=event, stranger=True)
    stale = list(Registration.objects.filter(pk=stranger.pk))
    actions.verify(stranger)
    monkeypatch.setattr(Registration.objects, "unverified_since", lambda _moment: stale)

    assert actions.end_unverified(timezone.now()) == 0
    assert states(event) == [S.CONFIRMED]


def test_every_step_leaves_a_trace(event: Event, mei: User) -> None:
    row = actions.register(event, details(), person=mei)
    actions.cancel(row, person=mei)

    steps = [found.changes.get("status") for found in AuditEvent.objects.about(row)]
    assert [S.UNVERIFIED, S.CONFIRMED] in steps
    assert [S.CONFIRMED, S.CANCELLED] in steps


def end_of(registration: Registration) -> None:
    over = timezone.now() - timedelta(seconds=1)
    Registration.objects.filter(pk=registration.pk).update(offer_expires_at=over)


def test_moving_up_costs_few_queries_each(event: Event, django_assert_max_num_queries: Any) -> None:
    event.waitlist_capacity = 50
    event.save()
    seated = RegistrationFactory.create_batch(2, event=event)
    RegistrationFactory.create_batch(20, event=event)
    Event.objects.filter(pk=event.pk).update(capacity=20)

    cancellation, each_promotion = 24, 8  # messages included
    with django_assert_max_num_queries(cancellation + 19 * each_promotion):
        actions.cancel(seated[0])
    assert event.registrations.confirmed().people() == 20


def test_who_was_invited_and_did_not_answer_is_told_whom_to_write_to(asking: Event) -> None:
    until = timezone.now() + timedelta(hours=1)
    row = actions.invite(asking, details("an@example.org"), by=clerk(), until=until)
    end_of(row)
    actions.end_offers()
    first, second = RegistrationFactory.create_batch(2, event=asking)
    actions.cancel(first)
    end_of(second)
    actions.end_offers()

    invited, waited = OutgoingMessage.objects.filter(kind="events.offer_over").order_by("pk")
    assert invited.to_address == row.email
    assert "write to the secretariat or to the organisation" in invited.text
    assert "next in line" not in invited.text
    assert "offered to the next in line" in waited.text
    assert "write to the secretariat or" not in waited.text
