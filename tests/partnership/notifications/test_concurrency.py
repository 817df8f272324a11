"""Eight senders at once: one delivery each. Real transactions, real threads."""

import threading
from collections.abc import Callable, Sequence

import pytest
from django.db import connection, transaction
from django.db.models.functions import Now

from partnership.notifications import outbox
from partnership.notifications.choices import State
from partnership.notifications.delivery import claiming, sending
from partnership.notifications.delivery.claiming import Chosen
from partnership.notifications.models import OutgoingMessage
from tests.mail_server import MailServer
from tests.partnership.notifications.conftest import Write, draft

pytestmark = pytest.mark.django_db(transaction=True)

MESSAGES = 100
PAIRS = 4  # of a worker, which has the numbers, and a sweeper, which looks for all


def at_once(*works: Callable[[], object]) -> None:
    """Do all works at the same moment, each with a connection of its own."""
    barrier = threading.Barrier(len(works))
    errors: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            barrier.wait(timeout=10)
            work()
        except BaseException as error:  # noqa: BLE001 -- told to the test below
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert errors == []


def eight_senders(numbers: list[int]) -> None:
    at_once(*[lambda: sending.drain(numbers), sending.drain] * PAIRS)


def written(write: Write) -> list[int]:
    return [write(f"person{number}@example.org").pk for number in range(MESSAGES)]


def test_every_message_is_delivered_once(server: MailServer, write: Write) -> None:
    server.delay = 0.002
    eight_senders(written(write))

    assert server.doubles == {}
    assert len(server.mails) == MESSAGES
    assert set(OutgoingMessage.objects.values_list("state", "attempts")) == {(State.SENT, 1)}
    assert server.connections > 1, "several senders took part"


def without_lock(
    chosen: Chosen = None, *, most: int, sent: Sequence[OutgoingMessage]
) -> list[OutgoingMessage]:
    """Take a message without holding its row: what claiming would be without its lock."""
    message = claiming.due(chosen).first()
    threading.Event().wait(0.02)
    if message is None:
        return []
    OutgoingMessage.objects.filter(pk=message.pk).update(
        state=State.CLAIMED, claim=outbox.uuid.uuid4(), due_at=Now() + claiming.LEASE
    )
    return [message]


def test_without_the_claim_messages_are_delivered_twice(
    server: MailServer, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claiming, "take", without_lock)
    eight_senders(written(write))

    assert server.doubles, "the test above would pass whatever the claim does"


def test_two_writers_of_the_same_key_write_one_message() -> None:
    def put() -> None:
        with transaction.atomic():
            outbox.put(draft(dedupe_key="decision-7"))

    at_once(put, put, put)

    assert OutgoingMessage.objects.count() == 1
