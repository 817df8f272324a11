"""Reminding organisations of seats before their deadline."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from partnership.accounts.models import User
from partnership.nominations import actions
from partnership.nominations.actions import reminding
from partnership.nominations.choices import reminders_due
from partnership.nominations.models import NominationQuota
from partnership.notifications.models import OutgoingMessage
from tests.factories.nominations import NominationFactory, QuotaFactory, focal_point

pytestmark = pytest.mark.django_db


@pytest.fixture
def short() -> NominationQuota:
    """Two seats, ten days until the deadline, nobody handed in."""
    quota = QuotaFactory(deadline=timezone.now() + timedelta(days=10))
    focal_point(quota.organisation, language="en")
    return quota


def reminded() -> int:
    return OutgoingMessage.objects.filter(kind="nominations.reminder").count()


def test_it_reminds_a_week_and_two_days_before_the_deadline_and_once_each(
    short: NominationQuota,
) -> None:
    begun, days = timezone.now(), []
    for hours in range(1, 10 * 24 + 48, 12):
        with time_machine.travel(begun + timedelta(hours=hours), tick=False):
            if actions.remind():
                days.append(round(10 - hours / 24, 1))
                assert actions.remind() == 0

    assert days == [7.0, 2.0]
    assert reminded() == 2


def test_it_names_the_seats_nobody_was_handed_in_for(short: NominationQuota) -> None:
    NominationFactory(quota=short, accepted=True)
    NominationFactory(quota=short)  # written, not handed in
    with time_machine.travel(short.deadline - timedelta(days=1)):
        assert actions.remind() == 1

    mail = OutgoingMessage.objects.get(kind="nominations.reminder")
    assert "has 1 seat for" in mail.text
    assert "Deadline for nominations" in mail.text


def test_it_leaves_alone_whoever_has_named_enough_or_was_asked_just_now(
    short: NominationQuota, lin: User
) -> None:
    for _each in range(2):
        NominationFactory(quota=short, accepted=True)
    QuotaFactory(deadline=timezone.now() + timedelta(days=6))  # asked within the week

    with time_machine.travel(short.deadline - timedelta(days=7)):
        assert actions.remind() == 0
    assert reminded() == 0


def test_more_time_begins_anew(short: NominationQuota, lin: User) -> None:
    with time_machine.travel(short.deadline - timedelta(days=1)):
        assert actions.remind() == 1
    later = short.deadline + timedelta(days=2)
    changed = actions.change_quota(short, seats=2, reserve_seats=1, deadline=later, by=lin)

    assert changed.reminders == reminders_due(later - timezone.now()) == 0


def test_who_is_late_gets_the_last_reminder_only(short: NominationQuota) -> None:
    with time_machine.travel(short.deadline - timedelta(hours=3)):
        assert actions.remind() == 1
        short.refresh_from_db()
        assert short.reminders == 2
        assert actions.remind() == 0


def test_it_looks_again_under_the_lock(short: NominationQuota) -> None:
    """Another worker may have reminded between the list and its turn."""
    assert not reminding._remind(short.pk)
    assert reminded() == 0


def test_the_secretariat_sees_all_lists_and_a_stranger_none(
    short: NominationQuota, lin: User
) -> None:
    assert short in NominationQuota.objects.visible_to(lin)
    assert not NominationQuota.objects.visible_to(User.objects.create_user("x@example.org"))
