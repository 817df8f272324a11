"""Whether mail reaches somebody, as their mailbox answered last."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partnership.accounts.models import User
from partnership.notifications import arrival
from partnership.notifications.choices import Fault, State
from partnership.notifications.models import OutgoingMessage
from tests.partnership.notifications.conftest import Write


def settled(write: Write, person: User, minutes_ago: int, **values: str) -> OutgoingMessage:
    """Write a message to somebody that was settled so long ago; one in a retry waits on."""
    message = write(person.email, recipient_id=person.pk)
    moment = timezone.now() - timedelta(minutes=minutes_ago)
    closed = {} if values["state"] == State.RETRY else {"closed_at": moment}
    rows = OutgoingMessage.objects.filter(pk=message.pk)
    rows.update(created_at=moment, **closed, **values)
    return message


FULL = {"state": State.RETRY, "fault": Fault.MAILBOX_FULL}
SENT = {"state": State.SENT}


@pytest.mark.parametrize(
    ("last", "is_told"),
    [
        ({"state": State.FAILED, "fault": Fault.NO_SUCH_ADDRESS}, True),
        ({"state": State.FAILED, "fault": Fault.UNFIT}, False),
        (FULL, True),
        ({"state": State.RETRY, "fault": Fault.LATER}, False),
        (SENT, False),
    ],
)
def test_what_the_mailbox_answered_last_decides(
    write: Write, nguyen: User, last: dict[str, str], is_told: bool
) -> None:
    assert arrival.refused_to(nguyen) is None
    settled(write, nguyen, 10, **SENT)
    message = settled(write, nguyen, 5, **last)

    assert arrival.refused_to(nguyen) == (message if is_told else None)


def test_a_mail_that_arrived_since_says_that_there_is_room_again(
    write: Write, nguyen: User
) -> None:
    settled(write, nguyen, 10, **FULL)
    settled(write, nguyen, 5, **SENT)

    assert arrival.refused_to(nguyen) is None
