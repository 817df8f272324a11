"""Texts of messages, then the messages themselves, go by the clock."""

from datetime import timedelta

from django.db.models.functions import Now

from partnership.accounts.models import User
from partnership.core import retention
from partnership.notifications.choices import State
from partnership.notifications.models import OutgoingMessage
from tests.partnership.notifications.conftest import Write


def sent(write: Write, days_ago: int, **values: object) -> OutgoingMessage:
    message = write(**values)
    OutgoingMessage.objects.filter(pk=message.pk).update(
        state=State.SENT, closed_at=Now() - timedelta(days=days_ago)
    )
    return message


def test_the_text_goes_after_thirty_days_and_the_row_after_a_year(write: Write) -> None:
    young, middle, old = (sent(write, days) for days in (29, 31, 366))
    retention.run()

    texts = dict(OutgoingMessage.objects.values_list("pk", "text"))
    assert texts == {young.pk: "Text\n", middle.pk: ""}
    middle.refresh_from_db()
    assert (middle.subject, middle.html) == ("", "")
    assert middle.purged_at is not None
    assert old.pk not in texts


def test_what_waits_keeps_its_text_however_old(write: Write) -> None:
    message = write()
    OutgoingMessage.objects.update(created_at=Now() - timedelta(days=900))
    retention.run()

    message.refresh_from_db()
    assert message.text == "Text\n"


def test_messages_go_with_the_personal_data_of_their_account(write: Write, nguyen: User) -> None:
    sent(write, 1, recipient_id=nguyen.pk)
    stays = sent(write, 1)
    User.objects.update(is_active=False, deactivated_at=Now(), anonymised_at=Now())
    retention.run()

    assert list(OutgoingMessage.objects.all()) == [stays]


def test_a_second_run_finds_nothing(write: Write) -> None:
    sent(write, 31)
    retention.run()

    assert [outcome.count for outcome in retention.run()] == [0] * len(retention.rules())
