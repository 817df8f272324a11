"""Several sweepers on the same morning write one daily mail: a lock and a key each see to it."""

import pytest
from django.db import transaction

from partnership.accounts.models import User
from partnership.notifications import digests
from partnership.notifications.choices import MailChoice
from partnership.notifications.models import Notification, OutgoingMessage
from tests.partnership.notifications.test_concurrency import at_once
from tests.partnership.notifications.test_telling import choose, write_yesterday


@pytest.mark.django_db(transaction=True)
def test_several_sweepers_write_one_daily_mail(nguyen: User) -> None:
    choose(nguyen, MailChoice.DAILY)
    with transaction.atomic():
        for number in range(10):
            write_yesterday(nguyen, f"event-{number}")
    at_once(digests.send_due, digests.send_due, digests.send_due)

    message = OutgoingMessage.objects.get()
    assert message.kind == digests.KIND
    assert message.subject.startswith("10 new notifications")
    assert not Notification.objects.filter(waits_for_digest=True).exists()
