"""The deadlines of a postponed event move along with it, where that is wanted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.models import AuditEvent
from partnership.events import actions as of_events
from partnership.events.models import Event
from partnership.nominations.models import NominationQuota
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory
from tests.factories.nominations import QuotaFactory, focal_point

pytestmark = pytest.mark.django_db

LASTS = timedelta(hours=2)
SENT = OutgoingMessage.objects.filter(kind="nominations.asked")


def postponed(event: Event, by: User) -> Event:
    made = of_events.postpone(event, by=by, reason_zh="台风。", reason_en="A typhoon.")
    OutgoingMessage.objects.all().delete()
    return made


@pytest.mark.parametrize("moves", [True, False])
def test_registering_cancelling_and_nominating_end_as_long_before(lin: User, moves: bool) -> None:
    event = EventFactory(published=True)
    closes, until = (event.starts_at - timedelta(days=days) for days in (2, 1))
    Event.objects.filter(pk=event.pk).update(registration_closes_at=closes, cancel_until=until)
    asked, given_back = (QuotaFactory(event=event, deadline=closes) for _ in range(2))
    focal_point(asked.organisation)
    NominationQuota.objects.filter(pk=given_back.pk).update(
        released_at=timezone.now(), released_by=lin
    )
    starts = postponed(event, lin).starts_at + timedelta(days=60)
    later = timedelta(days=60 if moves else 0)

    again = of_events.announce_again(
        event, by=lin, starts_at=starts, ends_at=starts + LASTS, moves_deadlines=moves
    )

    assert again.registration_closes_at == closes + later
    assert again.cancel_until == until + later
    deadlines = dict(NominationQuota.objects.values_list("pk", "deadline"))
    assert deadlines == {asked.pk: closes + later, given_back.pk: closes}
    assert SENT.all().exists() is moves, "the organisation is told its new deadline"
    noted = AuditEvent.objects.about(asked).filter(changes__has_key="deadline")
    assert noted.exists() is moves


@pytest.mark.parametrize("days", [-1, 60])
def test_what_begins_earlier_delays_nothing_and_what_is_over_all_the_same_is_not_told(
    lin: User, days: int
) -> None:
    event = EventFactory(published=True)
    quota = QuotaFactory(event=event, deadline=timezone.now() - timedelta(days=70))
    focal_point(quota.organisation)
    starts = postponed(event, lin).starts_at + timedelta(days=days)

    again = of_events.announce_again(
        event, by=lin, starts_at=starts, ends_at=starts + LASTS, moves_deadlines=True
    )

    assert again.registration_closes_at is None
    before = quota.deadline
    quota.refresh_from_db()
    assert quota.deadline == before + timedelta(days=max(days, 0))
    assert not SENT.all().exists()
