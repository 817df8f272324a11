"""A message is written with the deed that causes it, or not at all."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from partnership.notifications import outbox
from partnership.notifications.choices import State
from partnership.notifications.delivery import sending
from partnership.notifications.models import OutgoingMessage
from partnership.notifications.outbox import OutsideTransaction
from tests.mail_server import MailServer
from tests.partnership.notifications.conftest import Write, draft


@pytest.mark.django_db(transaction=True)
def test_it_refuses_a_message_outside_a_transaction() -> None:
    with pytest.raises(OutsideTransaction):
        outbox.put(draft())

    assert not OutgoingMessage.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_is_neither_sent_nor_queued(
    server: MailServer, woken: list[list[int]]
) -> None:
    with transaction.atomic():
        outbox.put(draft())
        transaction.set_rollback(True)
    sending.drain()

    assert server.mails == []
    assert woken == []


@pytest.mark.django_db(transaction=True)
def test_a_worker_is_woken_after_the_commit_with_the_number_alone(woken: list[list[int]]) -> None:
    with transaction.atomic():
        message = outbox.put(draft())
        assert woken == []

    assert woken == [[message.pk]]


@pytest.mark.django_db(transaction=True)
def test_a_waking_that_fails_does_not_hurt_the_deed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(_numbers: list[int]) -> None:
        raise RuntimeError

    monkeypatch.setattr("partnership.notifications.wake.up", fall)
    told: list[str] = []
    with transaction.atomic():
        outbox.put(draft())
        transaction.on_commit(lambda: told.append("next"))

    assert told == ["next"]
    assert OutgoingMessage.objects.get().state == State.PENDING


def test_the_same_key_is_the_same_message(write: Write) -> None:
    first = write(dedupe_key="decision-7")
    second = write(dedupe_key="decision-7", subject="Another")

    assert first == second
    assert OutgoingMessage.objects.get().subject == "Your password was changed"


def test_another_broken_rule_is_no_double(write: Write) -> None:
    with pytest.raises(IntegrityError):
        write(recipient_id=0), connection.check_constraints()


def test_it_refuses_a_kind_that_nobody_declared(write: Write) -> None:
    with pytest.raises(KeyError):
        write(kind="accounts.made_up")


@pytest.mark.parametrize("subject", ["One\nBcc: all@example.org", "One\r\n Two", "One\u2028Two"])
def test_a_subject_is_one_line(write: Write, subject: str) -> None:
    written = write(subject=subject).subject

    assert written.splitlines() == [written]


def test_the_database_refuses_a_subject_of_two_lines(write: Write) -> None:
    message = write()
    with pytest.raises(IntegrityError), transaction.atomic():
        OutgoingMessage.objects.filter(pk=message.pk).update(subject="One\nBcc: x@example.org")


def test_every_message_has_an_identity_of_its_own_on_the_sender_domain(
    write: Write, settings: Any
) -> None:
    settings.DEFAULT_FROM_EMAIL = "Portal <portal@example.org>"
    numbers = {write().message_id for _n in range(3)}

    assert len(numbers) == 3
    assert all(number.endswith("@example.org>") for number in numbers)


def statements(captured: CaptureQueriesContext) -> list[str]:
    """Return the first words of what was asked of the database, savepoints' ends left out."""
    words = [" ".join(query["sql"].split()[:3]) for query in captured]
    return [word for word in words if not word.startswith(("RELEASE", "ROLLBACK", "SAVEPOINT"))]


def test_a_rehearsal_does_the_same_and_leaves_nothing(
    db: None, woken: list[list[int]], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        with CaptureQueriesContext(connection) as real, transaction.atomic():
            outbox.put(draft())
        with CaptureQueriesContext(connection) as rehearsed, transaction.atomic():
            outbox.put(draft(), is_rehearsal=True)

    assert statements(real) == statements(rehearsed) != []
    assert OutgoingMessage.objects.count() == 1
    assert len(woken) == 2
