"""What the secretariat decides, once and with a reason."""

import pytest

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed, ReasonMissing
from partnership.core.models import AuditEvent
from partnership.events import actions
from partnership.events.choices import CancelledBy, Mode, RegistrationStatus
from partnership.events.models import Event
from tests.factories.events import EventFactory, RegistrationFactory
from tests.partnership.events.test_registering import refused

S = RegistrationStatus

pytestmark = pytest.mark.django_db


@pytest.fixture
def judged() -> Event:
    """The secretariat decides who gets the one seat."""
    return EventFactory(published=True, mode=Mode.APPROVAL, capacity=1, waitlist_capacity=1)


def test_approved_people_get_seats_then_wait_then_stay_undecided(judged: Event, lin: User) -> None:
    rows = RegistrationFactory.create_batch(3, event=judged)

    assert actions.approve(rows[0], by=lin).status == S.CONFIRMED
    assert actions.approve(rows[1], by=lin).status == S.WAITLISTED
    with refused("event-full"):
        actions.approve(rows[2], by=lin)
    rows[2].refresh_from_db()
    assert rows[2].status == S.PENDING


def test_the_second_of_two_colleagues_is_told_who_decided(
    judged: Event, lin: User, zhao: User
) -> None:
    row = RegistrationFactory(event=judged)
    actions.approve(row, by=lin)

    with refused("already-decided") as found:
        actions.reject(row, by=zhao, reason="late")
    assert "Lin" in str(found.value)


def test_it_declines_with_a_reason(judged: Event, lin: User) -> None:
    row = RegistrationFactory(event=judged)

    with pytest.raises(ReasonMissing):
        actions.reject(row, by=lin, reason=" ")
    declined = actions.reject(row, by=lin, reason=" For cities only. ")

    assert (declined.status, declined.decision_reason) == (S.REJECTED, "For cities only.")
    assert declined.decided_by == lin
    notes = AuditEvent.objects.filter(target_type="events.registration").values_list("note")
    assert not any(note for (note,) in notes), "the history forgets nothing, so it is not told"


def test_a_group_declined_in_the_line_makes_way(event: Event, lin: User) -> None:
    event.max_group_size = 3
    event.save()
    RegistrationFactory(event=event)
    group = RegistrationFactory(event=event, other_adults=2)
    alone = RegistrationFactory(event=event)

    actions.reject(group, by=lin, reason="Too many.")

    alone.refresh_from_db()
    assert alone.status == S.CONFIRMED


def test_nobody_decides_about_what_waits_for_no_decision(event: Event, lin: User) -> None:
    with refused("registration-step-refused"):
        actions.approve(RegistrationFactory(event=event), by=lin)


def test_it_cancels_for_somebody_with_a_reason(event: Event, lin: User) -> None:
    rows = RegistrationFactory.create_batch(3, event=event)

    row = actions.cancel_for(rows[0], by=lin, reason="Registered twice.")

    assert (row.status, row.cancelled_by) == (S.CANCELLED, CancelledBy.ORGANISER)
    rows[2].refresh_from_db()
    assert rows[2].status == S.CONFIRMED
    with refused("registration-step-refused"):
        actions.cancel_for(rows[0], by=lin, reason="Again.")


def test_it_puts_somebody_at_the_head_of_the_line(event: Event, lin: User) -> None:
    rows = RegistrationFactory.create_batch(5, event=event)

    actions.put_first(rows[4], by=lin, reason="Chairs the session.")
    actions.put_first(rows[3], by=lin, reason="The minister.")

    assert list(event.registrations.waiting()) == [rows[3], rows[4], rows[2]]
    rows[4].refresh_from_db()
    assert rows[4].decision_reason == "Chairs the session.", "the person reads it"
    assert not AuditEvent.objects.exclude(note="").exists(), "the history forgets nothing"
    with refused("registration-step-refused"):
        actions.put_first(rows[0], by=lin, reason="x")


def test_only_the_secretariat_decides(judged: Event, wang: User) -> None:
    row = RegistrationFactory(event=judged)

    for deed in (actions.reject, actions.cancel_for, actions.put_first):
        with pytest.raises(NotAllowed):
            deed(row, by=wang, reason="x")
    with pytest.raises(NotAllowed):
        actions.approve(row, by=wang)
