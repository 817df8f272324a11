"""How many messages a sender holds at once, and what becomes of those it did not begin."""

import threading
from typing import Any

import pytest
from django.utils import timezone

from partnership.notifications.choices import State
from partnership.notifications.delivery import claiming, sending
from partnership.notifications.models import OutgoingMessage
from tests.mail_server import MailServer
from tests.partnership.notifications.conftest import Write
from tests.partnership.notifications.test_delivery import fresh


def handful(write: Write, count: int) -> list[OutgoingMessage]:
    """Write so many messages that one sender, once it is quick, holds several of them."""
    return [write(f"person{number}@example.org") for number in range(count)]


def test_a_quick_sender_holds_more_and_more(
    server: MailServer, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = []
    take = claiming.take

    def noted(chosen: Any, *, most: int, sent: Any) -> Any:
        taken.append(most)
        return take(chosen, most=most, sent=sent)

    monkeypatch.setattr(claiming, "take", noted)
    monkeypatch.setattr(sending, "QUICK", 60.0)
    handful(write, 40)
    sending.drain()

    assert taken == [1, 2, 4, 8, 16, 16, 16]


def test_a_slow_sender_holds_one_at_a_time(
    server: MailServer, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "QUICK", 0.0)
    handful(write, 4)

    assert sending.drain() == 4


def test_the_rest_of_a_handful_is_given_back_when_the_channel_goes_down(
    server: MailServer, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "QUICK", 60.0)
    rows = handful(write, 7)
    server.to_recipient["person4@example.org"] = "421 4.3.2 Closing"  # the second of four
    sending.drain()

    left = [fresh(row) for row in rows[4:]]
    assert {(row.state, row.attempts, row.claim) for row in left} == {(State.PENDING, 0, None)}
    assert all(row.due_at <= timezone.now() for row in left)


def test_the_rest_of_a_handful_is_given_back_when_the_sender_is_stopped(
    server: MailServer, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "QUICK", 60.0)
    stop = threading.Event()
    monkeypatch.setattr(stop, "is_set", lambda: len(server.mails) == 4)
    rows = handful(write, 7)

    assert sending.drain(stop=stop) == 4
    assert [fresh(row).state for row in rows] == [State.SENT] * 4 + [State.PENDING] * 3
    assert {fresh(row).claim for row in rows} == {None}


def test_others_may_have_the_rest_of_a_handful_that_takes_too_long(
    server: MailServer, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "QUICK", 60.0)
    monkeypatch.setattr(sending, "TOO_SLOW", 0.0)
    given_back = []
    give_back = claiming.give_back

    def noted(rows: list[OutgoingMessage]) -> None:
        given_back.append(len(rows))
        give_back(rows)

    monkeypatch.setattr(claiming, "give_back", noted)
    handful(write, 7)

    assert sending.drain() == 7
    assert given_back == [1, 3, 3, 2, 1]


def test_what_somebody_else_took_meanwhile_is_left_to_them(
    server: MailServer, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "QUICK", 60.0)
    rows = handful(write, 5)
    begin = claiming.begin

    def lost(message: OutgoingMessage, *, sent: Any) -> bool:
        OutgoingMessage.objects.filter(pk=rows[2].pk).update(claim=None)
        return begin(message, sent=sent)

    monkeypatch.setattr(claiming, "begin", lost)
    sending.drain()

    assert len(server.mails) == 4
    assert fresh(rows[2]).state == State.PENDING
    assert server.doubles == {}
