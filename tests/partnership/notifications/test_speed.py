"""The pace of one sender. `tests.faults.drill.rate` measures it; here a sender that has several times as
much to do for a message is noticed, however busy the machine is."""

import time

import pytest

from partnership.notifications.choices import State
from partnership.notifications.delivery import sending
from partnership.notifications.models import OutgoingMessage
from tests.mail_server import MailServer
from tests.partnership.notifications.conftest import draft

MESSAGES = 100
BUDGET = 20.0 / 1000  # seconds of the processor a message; it takes two or three thousandths


@pytest.mark.django_db(transaction=True)
def test_one_sender_has_little_to_do_for_a_message(server: MailServer) -> None:
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
    start = time.process_time()
    sending.drain()

    assert time.process_time() - start < BUDGET * MESSAGES
    assert len(server.mails) == MESSAGES
    assert OutgoingMessage.objects.filter(state=State.SENT).count() == MESSAGES
