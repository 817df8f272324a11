"""Writing and ranking the list of a city."""

import pytest

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.events import actions as of_events
from partnership.network.roles import MemberRole
from partnership.nominations import actions
from partnership.nominations.models import Nomination, NominationQuota
from tests.factories.events import EventFactory, clerk, held
from tests.factories.network import MembershipFactory
from tests.factories.nominations import (
    NominationFactory,
    QuotaFactory,
    focal_point,
    nominee,
)
from tests.partnership.nominations.refusals import refused

pytestmark = pytest.mark.django_db


def names(quota: NominationQuota) -> list[str]:
    return list(quota.nominations.ranked().values_list("name", flat=True))


def test_a_drafter_names_people_in_order(quota: NominationQuota) -> None:
    drafter = MembershipFactory(organisation=quota.organisation, role=MemberRole.DRAFTER).user

    first = actions.add(quota, nominee("MEI@Example.org ", name="  Mei   Lin "), by=drafter)
    second = actions.add(quota, nominee("an@example.org", name="An"), by=drafter)

    assert (first.email, first.name) == ("mei@example.org", "Mei Lin")
    assert [first.rank, second.rank] == [1, 2]
    actions.move(second, "up", by=drafter)
    assert names(quota) == ["An", "Mei Lin"]
    actions.move(second, "up", by=drafter)
    assert names(quota) == ["An", "Mei Lin"], "the first stays first"
    actions.move(second, "down", by=drafter)
    assert names(quota) == ["Mei Lin", "An"]


def test_a_stranger_names_nobody(quota: NominationQuota, wang: User) -> None:
    row = NominationFactory(quota=quota)
    for deed in (
        lambda: actions.add(quota, nominee(), by=wang),
        lambda: actions.edit(row, nominee(), by=wang),
        lambda: actions.move(row, "up", by=wang),
        lambda: actions.remove(row, by=wang),
        lambda: actions.submit(quota, None, by=wang),
        lambda: actions.withdraw(row, by=wang, reason="x"),
        lambda: actions.propose_substitute(row, nominee(), None, by=wang),
        lambda: actions.accept(row, by=wang),
        lambda: actions.substitute(row, nominee(), by=wang),
        lambda: actions.endorse([row], by=wang),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_no_more_than_seats_and_reserve(quota: NominationQuota, wu: User) -> None:
    actions.add_all(quota, [nominee(f"n{n}@example.org") for n in range(3)], by=wu)

    with refused("slate-full"):
        actions.add(quota, nominee(), by=wu)


def test_all_of_several_or_none(quota: NominationQuota, wu: User) -> None:
    with refused("already-nominated"):
        actions.add_all(quota, [nominee(), nominee("MEI@example.org")], by=wu)
    assert not Nomination.objects.exists()


def test_one_person_comes_for_one_organisation(quota: NominationQuota, wu: User) -> None:
    other = QuotaFactory(event=quota.event)
    actions.add(other, nominee(), by=focal_point(other.organisation))

    with refused("already-nominated"):
        actions.add(quota, nominee(), by=wu)
    row = actions.add(quota, nominee("an@example.org"), by=wu)
    with refused("already-nominated"):
        actions.edit(row, nominee(), by=wu)


def test_correcting_counts_versions_and_refuses_the_older_form(
    quota: NominationQuota, wu: User
) -> None:
    row = actions.add(quota, nominee(), by=wu)

    edited = actions.edit(row, nominee(position="Head of division"), by=wu, version=1)

    assert (edited.version, edited.position) == (2, "Head of division")
    with refused("changed-meanwhile"):
        actions.edit(row, nominee(position="Deputy"), by=wu, version=1)
    actions.edit(row, nominee("new@example.org"), by=wu)


def test_a_draft_is_taken_off_without_a_trace_of_the_person(
    quota: NominationQuota, wu: User
) -> None:
    row = actions.add(quota, nominee(), by=wu)
    actions.remove(row, by=wu)

    assert not Nomination.objects.exists()


def test_what_is_handed_in_is_no_longer_written(quota: NominationQuota, wu: User) -> None:
    row = NominationFactory(quota=quota, submitted=True)

    for deed in (
        lambda: actions.edit(row, nominee(), by=wu),
        lambda: actions.remove(row, by=wu),
        lambda: actions.move(row, "up", by=wu),
    ):
        with refused("nomination-step-refused"):
            deed()


def test_whoever_is_off_the_list_makes_room(quota: NominationQuota, wu: User) -> None:
    rows = NominationFactory.create_batch(3, quota=quota, declined=True)
    assert quota.nominations.counting().count() == 0
    again = actions.add(quota, nominee(rows[0].email), by=wu)
    assert again.rank == 4
    given_up = NominationFactory(quota=quota, accepted=True)
    of_events.cancel(given_up.registration)
    assert quota.nominations.counting().count() == 1
    with refused("nomination-step-refused"):
        actions.move(rows[0], "up", by=wu)


@pytest.mark.parametrize("state", ["postponed", "cancelled", "held", "begun"])
def test_an_event_that_does_not_come_takes_no_nominations(
    quota: NominationQuota, wu: User, state: str
) -> None:
    reasons = {"by": clerk(), "reason_zh": "台风。", "reason_en": "A typhoon."}
    if state == "postponed":
        of_events.postpone(quota.event, **reasons)
    elif state == "cancelled":
        of_events.cancel_event(quota.event, **reasons)
    elif state == "held":
        held(quota.event)
    else:
        type(quota.event).objects.filter(pk=quota.event.pk).update(
            starts_at=quota.created_at, ends_at=quota.event.ends_at
        )

    with refused("event-has-begun" if state == "begun" else "event-not-to-come"):
        actions.add(quota, nominee(), by=wu)


def test_a_draft_of_an_event_takes_none(lin: User) -> None:
    quota = QuotaFactory(event=EventFactory())

    with refused("event-not-to-come"):
        actions.add(quota, nominee(), by=focal_point(quota.organisation))
