"""Coming onto the list: who may, when, as how many."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.errors import DomainError, NotAllowed
from partnership.events import actions, links
from partnership.events.choices import CancelledBy, Mode, RegistrationStatus, Source
from partnership.events.details import Details, Named
from partnership.events.models import Event, Registration
from tests.factories.events import EventFactory, RegistrationFactory, details

S = RegistrationStatus

pytestmark = pytest.mark.django_db


def refused(code: str) -> Any:
    return pytest.raises(DomainError, check=lambda refusal: refusal.code == code)


def test_it_gives_a_seat_to_somebody_with_an_account(event: Event, mei: User) -> None:
    row = actions.register(event, details(), person=mei)

    assert (row.status, row.source, row.seats) == (S.CONFIRMED, Source.SELF, 1)
    assert None not in (row.confirmed_at, row.verified_at, row.consented_at)


def test_a_stranger_has_no_seat_before_the_address_is_confirmed(event: Event) -> None:
    row = actions.register(event, details())

    assert row.status == S.UNVERIFIED
    assert event.registrations.seated().people() == 0
    assert actions.verify(row).status == S.CONFIRMED


def test_confirming_an_address_twice_changes_nothing(event: Event) -> None:
    row = actions.register(event, details())
    first = actions.verify(row)

    assert actions.verify(row).verified_at == first.verified_at


def test_a_stranger_whose_event_filled_up_meanwhile_may_try_again_later(event: Event) -> None:
    event.waitlist_capacity = 0
    event.save()
    row = actions.register(event, details())
    taken = RegistrationFactory.create_batch(2, event=event)

    with refused("event-full"):
        actions.verify(row)
    actions.cancel(taken[0])

    assert actions.verify(row).status == S.CONFIRMED


def test_who_comes_when_all_seats_are_taken_waits_then_is_refused(event: Event) -> None:
    rows = RegistrationFactory.create_batch(7, event=event)

    assert [row.status for row in rows] == [S.CONFIRMED] * 2 + [S.WAITLISTED] * 5
    with refused("event-full"):
        RegistrationFactory(event=event)


def test_a_group_sits_or_waits_as_one(event: Event) -> None:
    event.capacity, event.max_group_size = 3, 4
    event.save()
    group = RegistrationFactory(event=event, other_adults=3)
    alone = RegistrationFactory(event=event)

    assert (group.status, group.seats) == (S.WAITLISTED, 4)
    assert alone.status == S.WAITLISTED, "nobody overtakes a group that waits"


def test_a_group_without_a_line_is_refused_as_one() -> None:
    event = EventFactory(published=True, capacity=3, max_group_size=4)

    with refused("event-full"):
        RegistrationFactory(event=event, other_adults=3)
    assert event.registrations.count() == 0


def test_a_class_comes_with_its_leader_and_no_childs_name(mei: User) -> None:
    event = EventFactory(published=True, max_group_size=45)
    typed = details(
        group_name="三年级二班",
        other_adults=1,
        children=39,
        guardians_agree=True,
        members=(Named(" Ms  Wu "),),
    )

    row = actions.register(event, typed, person=mei)

    assert (row.seats, row.status, row.is_group) == (41, S.CONFIRMED, True)
    assert [member.name for member in row.members.all()] == ["Ms Wu"]


def test_an_adult_is_named_only_where_they_agreed(mei: User) -> None:
    event = EventFactory(published=True, max_group_size=45)
    typed = details(other_adults=1, members=(Named("Wu"),), members_agree=False)

    with refused("adults-not-asked"):
        actions.register(event, typed, person=mei)

    assert event.registrations.count() == 0


def test_minors_come_with_enough_adults(mei: User, lin: User) -> None:
    event = EventFactory(published=True, max_group_size=45, minors_per_adult=10)
    class_of = partial(details, guardians_agree=True, children=18, young_people=3)

    with refused("more-adults-needed") as said:
        actions.register(event, class_of(other_adults=1), person=mei)
    assert said.value.details == {"most": 10, "adults": 3}
    with refused("more-adults-needed"):
        actions.enter(event, class_of(), by=lin)

    assert actions.register(event, class_of(other_adults=2), person=mei).seats == 24


def test_children_come_with_the_consent_of_their_guardians_only(mei: User) -> None:
    event = EventFactory(published=True, max_group_size=45)

    with refused("guardians-not-asked"):
        actions.register(event, details(children=2), person=mei)
    with refused("group-too-large"):
        actions.register(event, details(children=45, guardians_agree=True), person=mei)


def test_it_keeps_nobody_without_consent(event: Event, mei: User) -> None:
    with refused("consent-missing"):
        actions.register(event, details(consent_version=""), person=mei)


@pytest.mark.parametrize(
    "typed", ["MEI2@Example.org", " mei2@example.org ", "mei2＠example.org", "ｍｅｉ２@example.org"]
)
def test_an_address_is_one_however_it_is_typed(event: Event, mei: User, typed: str) -> None:
    RegistrationFactory(event=event, email="mei2@example.org")

    with refused("already-registered"):
        actions.register(event, details(typed), person=mei)


@pytest.mark.parametrize("name", ["李娜", "x" * 60, "Nur'aini D’Souza", "梅🌊", "Ｍｅｉ"])
def test_it_takes_names_as_people_write_them(event: Event, mei: User, name: str) -> None:
    assert actions.register(event, details(name=f"  {name} "), person=mei).name == name


def test_whoever_cancelled_may_come_again(event: Event, mei: User) -> None:
    actions.cancel(actions.register(event, details(), person=mei))

    assert actions.register(event, details(), person=mei).status == S.CONFIRMED


@pytest.mark.parametrize(
    ("mode", "code"),
    [
        (Mode.NOMINATION_ONLY, "by-nomination-only"),
        (Mode.INVITATION_ONLY, "by-invitation-only"),
    ],
)
def test_some_events_are_not_for_everyone(mei: User, mode: Mode, code: str) -> None:
    event = EventFactory(published=True, mode=mode)

    with refused(code):
        actions.register(event, details(), person=mei)


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ({}, "not-open-yet"),
        ({"published": True, "registration_opens_at": None}, "not-open-yet"),
        ({"postponed": True}, "registration-closed"),
        ({"cancelled": True}, "registration-closed"),
        ({"held": True}, "registration-closed"),
    ],
)
def test_it_refuses_what_is_not_open(mei: User, state: dict[str, Any], code: str) -> None:
    event = EventFactory(**state)

    with refused(code):
        actions.register(event, details(), person=mei)


@pytest.mark.parametrize(
    ("moment", "code"),
    [
        (datetime(2027, 3, 1, 2, 29, 59, 999999, UTC), "not-open-yet"),
        (datetime(2027, 3, 1, 2, 30, tzinfo=UTC), ""),
        (datetime(2027, 3, 8, 2, 29, 59, 999999, UTC), ""),
        (datetime(2027, 3, 8, 2, 30, tzinfo=UTC), "registration-closed"),
    ],
)
def test_registration_begins_with_its_first_moment_and_ends_before_its_last(
    mei: User, moment: datetime, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nine o'clock in Yangon, which is six hours and a half ahead."""
    event = EventFactory(
        published=True,
        timezone="Asia/Yangon",
        registration_opens_at=datetime.fromisoformat("2027-03-01T09:00+06:30"),
        registration_closes_at=datetime.fromisoformat("2027-03-08T09:00+06:30"),
        starts_at=datetime.fromisoformat("2027-03-20T09:00+06:30"),
    )
    monkeypatch.setattr("partnership.events.actions.seats.timezone.now", lambda: moment)

    if code:
        with refused(code):
            actions.register(event, details(), person=mei)
    else:
        assert actions.register(event, details(), person=mei).status == S.CONFIRMED


def test_who_needs_a_decision_waits_for_it(mei: User, lin: User) -> None:
    event = EventFactory(published=True, mode=Mode.APPROVAL, capacity=1)
    row = actions.register(event, details(), person=mei)

    assert row.status == S.PENDING
    assert actions.approve(row, by=lin).status == S.CONFIRMED


def test_the_secretariat_enters_people_whatever_the_mode(lin: User) -> None:
    event = EventFactory(published=True, mode=Mode.INVITATION_ONLY, registration_opens_at=None)

    row = actions.enter(event, details(), by=lin)

    assert (row.status, row.source) == (S.CONFIRMED, Source.STAFF)


def test_the_secretariat_does_not_enter_more_people_than_there_are_seats(
    event: Event, lin: User
) -> None:
    RegistrationFactory.create_batch(2, event=event)

    assert actions.enter(event, details(), by=lin).status == S.WAITLISTED


def test_only_the_secretariat_enters_and_invites(event: Event, wang: User) -> None:
    with pytest.raises(NotAllowed):
        actions.enter(event, details(), by=wang)
    with pytest.raises(NotAllowed):
        actions.invite(event, details(), by=wang, until=timezone.now())


def test_nobody_is_entered_for_what_has_begun(lin: User) -> None:
    event = EventFactory(published=True, starts_at=timezone.now() - timedelta(minutes=1))

    with refused("registration-closed"):
        actions.enter(event, details(), by=lin)


def test_who_is_invited_has_a_seat_until_they_answer(event: Event, lin: User) -> None:
    until = timezone.now() + timedelta(days=2)
    row = actions.invite(event, details(consent_version=""), by=lin, until=until)

    assert (row.status, row.source, row.offer_expires_at) == (S.OFFERED, Source.INVITED, until)
    assert event.registrations.seated().people() == 1
    with refused("consent-missing"):
        actions.accept_offer(row)
    assert actions.accept_offer(row, consent_version="1").status == S.CONFIRMED


def test_an_invitation_ends_with_the_beginning_at_the_latest(event: Event, lin: User) -> None:
    row = actions.invite(event, details(), by=lin, until=event.ends_at)

    assert row.offer_expires_at == event.starts_at


def test_nobody_is_invited_to_a_full_event(event: Event, lin: User) -> None:
    RegistrationFactory.create_batch(2, event=event)

    with refused("event-full"):
        actions.invite(event, details(), by=lin, until=event.ends_at)


def test_a_link_opens_one_registration_and_only_its_digest_is_kept(event: Event) -> None:
    mine, other = RegistrationFactory.create_batch(2, event=event)
    secret = links.make(mine)

    assert links.opened_by(secret) == mine
    assert links.opened_by(secret[:-1]) is None
    assert secret not in str(list(mine.links.values()))
    links.make(other)
    links.close_all(mine)
    assert links.opened_by(secret) is None
    assert other.links.count() == 1


def test_the_database_refuses_what_the_rules_refuse(event: Event) -> None:
    RegistrationFactory(event=event, email="mei@example.org")
    wrong: list[dict[str, Any]] = [
        {"email": "mei@example.org", "status": S.CONFIRMED},
        {"email": "Mei2@example.org"},
        {"email": ""},
        {"seats": 2},
        {"children": 1, "seats": 2},
        {"status": S.OFFERED},
        {"status": S.WAITLISTED},
        {"status": S.CANCELLED, "ended_at": timezone.now()},
        {"status": S.REJECTED, "ended_at": timezone.now()},
        {"status": S.EXPIRED},
        {"cancelled_by": CancelledBy.SYSTEM},
        {"status": "gone"},
    ]
    for columns in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            Registration.objects.create(
                **{"event": event, "email": "a@example.org", "language": "en", **columns}
            )


def test_a_registration_costs_few_queries(
    event: Event, mei: User, django_assert_max_num_queries: Any
) -> None:
    savepoint = 2  # of the test; elsewhere the transaction itself, which is not counted
    with django_assert_max_num_queries(11 + savepoint):
        actions.register(event, details(), person=mei)


def test_its_name_in_the_history_names_nobody(event: Event) -> None:
    row = RegistrationFactory(event=event)

    assert row.name not in str(row)
    assert row.email not in str(row)


def test_details_count_everybody() -> None:
    typed = Details("a@example.org", "en", other_adults=2, young_people=3, children=4)

    assert typed.seats == 10
