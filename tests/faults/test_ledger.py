"""The drill's book-keeping notices what went wrong."""

from email.message import EmailMessage

import pytest

from partnership.notifications.choices import State
from partnership.notifications.models import OutgoingMessage
from tests.faults.drill import ledger
from tests.mail_server import MailServer

pytestmark = pytest.mark.django_db(transaction=True)
ANNA = "anna@example.org"


def arrive(server: MailServer, number: str, subject: str = "") -> None:
    mail = EmailMessage()
    mail["Message-ID"], mail["Subject"] = number, subject
    server.mails.append(mail)


def written(address: str = ANNA) -> str:
    """Write a message and return its Message-ID."""
    ledger.write(address)
    return OutgoingMessage.objects.get(to_address=address).message_id


def test_a_message_that_did_not_arrive_is_lost(server: MailServer) -> None:
    number = written()
    assert ledger.lost(server, {ANNA}, set()) == 1

    arrive(server, number)
    assert ledger.lost(server, {ANNA}, set()) == 0


def test_a_message_whose_row_vanished_is_lost(server: MailServer) -> None:
    assert ledger.lost(server, {ANNA}, set()) == 1


def test_a_message_that_must_not_arrive_is_not_missed(server: MailServer) -> None:
    written()

    assert ledger.lost(server, {ANNA}, {ANNA}) == 0


def test_what_came_twice_is_doubled(server: MailServer) -> None:
    arrive(server, "<1@example.org>")
    arrive(server, "<2@example.org>")
    assert ledger.doubled(server) == 0

    arrive(server, "<1@example.org>")
    assert ledger.doubled(server) == 1


def test_a_mail_of_rolled_back_work_is_noticed(server: MailServer) -> None:
    arrive(server, "<1@example.org>", ledger.ROLLED_BACK)

    assert ledger.rolled_back(server) == 1


def test_a_rolled_back_deed_leaves_no_message() -> None:
    ledger.write_and_roll_back(ANNA)

    assert not OutgoingMessage.objects.exists()


def test_what_was_written_twice_stands_once() -> None:
    ledger.write(ANNA)
    ledger.write(ANNA)

    assert ledger.unfinished() == 1


def test_tries_without_an_answer_are_counted() -> None:
    written()
    OutgoingMessage.objects.update(uncertain=2)

    assert ledger.in_hand() == 2


def test_failures_are_known_by_their_address() -> None:
    written()
    assert ledger.failed() == set()

    OutgoingMessage.objects.update(state=State.FAILED, closed_at="2026-01-01T00:00Z")
    assert ledger.failed() == {ANNA}


def test_forms_that_told_nobody_are_owed_a_mail() -> None:
    assert ledger.mails_owed(3) == 3
