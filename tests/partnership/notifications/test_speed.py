"""The pace of one sender. `tests.faults.drill.rate` measures it; here, beside other tests, a sender that has
become several times as slow is noticed."""

import time

import pytest

from partnership.notifications.choices import State
from partnership.notifications.delivery import sending
from partnership.notifications.models import OutgoingMessage
from tests.mail_server import MailServer
from tests.partnership.notifications.conftest import draft

MESSAGES = 100
BUDGET = 20.0 / 1000  # seconds a message; on a quiet machine it takes two or three thousandths


@pytest.mark.django_db(transaction=True)
def test_one_sender_sends_a_thousand_messages_in_twenty_seconds(server: MailServer) -> None:
    OutgoingMessage.objects.bulk_create(
        OutgoingMessage(
            kind=text.kind,
            to_address=text.to_address,
            language=text.language,
            subject=text.subject,
            text=text.text,
            html=text.html,
            message_id=f"<{number}@example.org>",
            dedupe_key=str(number),
        )
        for number, text in enumerate([draft()] * MESSAGES)
    )
    start = time.perf_counter()
    sending.drain()

    assert time.perf_counter() - start < BUDGET * MESSAGES
    assert len(server.mails) == MESSAGES
    assert OutgoingMessage.objects.filter(state=State.SENT).count() == MESSAGES
