"""From the outbox through a real mail server, and what every answer leads to."""

import smtplib
from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db.models.functions import Now
from django.utils import timezone

from partnership.accounts.models import User
from partnership.notifications import actions
from partnership.notifications.choices import Fault, State
from partnership.notifications.delivery import claiming, sending, settling, smtp
from partnership.notifications.models import Channel, OutgoingMessage
from tests.mail_server import MailServer
from tests.partnership.notifications.conftest import Write


def let_pass(message: OutgoingMessage) -> None:
    """Let the time come at which the message is due again."""
    OutgoingMessage.objects.filter(pk=message.pk).update(due_at=Now() - timedelta(seconds=1))
    Channel.objects.update(paused_until=Now() - timedelta(seconds=1))


def fresh(message: OutgoingMessage) -> OutgoingMessage:
    return OutgoingMessage.objects.get(pk=message.pk)


def test_it_sends_subject_text_html_and_says_whose_mail_it_is(
    server: MailServer, write: Write
) -> None:
    message = write(language="zh-hans", subject="密码已更改", text="正文\n")
    sending.drain()

    [mail] = server.mails
    assert mail["Subject"] == "密码已更改"
    assert mail["To"] == "anna@example.org"
    assert mail["Message-ID"] == message.message_id
    assert mail["Content-Language"] == "zh-Hans"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    sent = fresh(message)
    assert (sent.state, sent.attempts, sent.claim) == (State.SENT, 1, None)
    assert sent.closed_at is not None


def test_it_sends_many_over_one_connection(server: MailServer, write: Write) -> None:
    for number in range(5):
        write(f"person{number}@example.org")

    assert sending.drain() == 5
    assert len(server.mails) == 5
    assert server.connections == 1


def test_it_sends_the_chosen_alone(server: MailServer, write: Write) -> None:
    write("other@example.org")
    chosen = write("chosen@example.org")
    sending.drain([chosen.pk])

    assert server.addresses == ["chosen@example.org"]


def test_nothing_to_send_asks_no_server(db: None, server: MailServer) -> None:
    assert sending.drain() == 0
    assert server.connections == 0


def test_a_text_that_opens_an_account_is_not_kept(server: MailServer, write: Write) -> None:
    secret = write(kind="accounts.invitation")
    open_ = write(kind="accounts.password_changed")
    sending.drain()

    assert (fresh(secret).text, fresh(secret).html) == ("", "")
    assert fresh(secret).purged_at is not None
    assert fresh(open_).text == "Text\n"


ANSWERS = [
    ("451 4.3.0 Try again", State.RETRY, Fault.LATER),
    ("450 4.2.0 Greylisted", State.RETRY, Fault.LATER),
    ("452 4.2.2 Over quota", State.RETRY, Fault.MAILBOX_FULL),
    ("550 5.1.1 No such user", State.FAILED, Fault.NO_SUCH_ADDRESS),
    ("553 5.1.3 Bad address", State.FAILED, Fault.NO_SUCH_ADDRESS),
    ("552 5.2.2 Mailbox full", State.FAILED, Fault.MAILBOX_FULL),
    ("554 5.7.1 Spam", State.FAILED, Fault.REFUSED),
]


@pytest.mark.parametrize(("answer", "state", "fault"), ANSWERS)
@pytest.mark.parametrize("step", ["to_recipient", "to_text"])
def test_an_answer_decides_about_its_message_alone(
    server: MailServer, write: Write, step: str, answer: str, state: str, fault: str
) -> None:
    refused, other = write("refused@example.org"), write("other@example.org")
    getattr(server, step)["refused@example.org"] = answer
    sending.drain()

    after = fresh(refused)
    assert (after.state, after.fault, after.attempts) == (state, fault, 1)
    assert after.answer == answer
    assert fresh(other).state == State.SENT
    assert not Channel.objects.exists()


@pytest.mark.parametrize(
    ("answer", "pauses"),
    [
        ("451 later", [1, 5, 15, 60, 240, 720]),
        ("452 4.2.2 Over quota", [60, 240, 720, 1440, 1440, 1440]),
    ],
)
def test_pauses_grow_and_the_last_try_fails(
    server: MailServer, write: Write, answer: str, pauses: list[int]
) -> None:
    server.to_recipient["anna@example.org"] = answer
    message = write()
    waits = []
    for _try in range(settling.TRIES):
        sending.drain()
        waits.append(fresh(message).due_at - timezone.now())
        let_pass(message)

    minutes = [round(wait.total_seconds() / 60) for wait in waits[:-1]]
    assert minutes == pauses
    assert fresh(message).state == State.FAILED
    assert sending.drain() == 0


POISON = [
    {"to": ""},
    {"to": "anna@example.org\nBcc: all@example.org"},
    {"to": "a@["},
]


@pytest.mark.parametrize("poison", POISON)
def test_a_poisoned_message_fails_alone(
    server: MailServer, write: Write, poison: dict[str, Any]
) -> None:
    message = write(**poison)
    others = [write(f"person{number}@example.org") for number in range(3)]
    sending.drain()

    assert (fresh(message).state, fresh(message).fault) == (State.FAILED, Fault.UNFIT)
    assert {fresh(other).state for other in others} == {State.SENT}
    assert not [mail for mail in server.mails if mail["Bcc"]]


def test_a_server_that_is_away_costs_no_try_and_lets_all_wait(
    server: MailServer, write: Write
) -> None:
    first, second = write(), write("other@example.org")
    server.shut()
    sending.drain()

    assert {(row.state, row.attempts) for row in (fresh(first), fresh(second))} == {
        (State.PENDING, 0)
    }
    channel = Channel.objects.get()
    assert (channel.failures, channel.fault) == (1, Fault.UNREACHABLE)
    server.open()
    assert sending.drain() == 0, "the channel is paused"

    let_pass(first)
    sending.drain()
    assert len(server.mails) == 2
    channel.refresh_from_db()
    assert (channel.failures, channel.fault, channel.failing_since) == (0, "", None)


def test_pauses_of_the_channel_grow_to_half_a_minute(server: MailServer, write: Write) -> None:
    message = write()
    server.shut()
    pauses = []
    for _try in range(5):
        sending.drain()
        pauses.append(Channel.objects.get().paused_until - timezone.now())
        let_pass(message)

    assert [round(pause.total_seconds()) for pause in pauses] == [5, 10, 20, 30, 30]


def test_a_closing_server_costs_no_try(server: MailServer, write: Write) -> None:
    message = write()
    server.to_recipient["anna@example.org"] = "421 4.3.2 Closing"
    sending.drain()

    assert (fresh(message).state, fresh(message).attempts) == (State.PENDING, 0)
    assert Channel.objects.get().failures == 1


def test_a_message_that_brings_the_server_down_goes_behind_the_others(
    server: MailServer, write: Write
) -> None:
    bad = write("bad@example.org")
    write("good@example.org")
    server.to_recipient["bad@example.org"] = "421 4.3.2 Closing"
    sending.drain()
    Channel.objects.update(paused_until=None)
    sending.drain()

    assert server.addresses == ["good@example.org"]
    assert fresh(bad).state == State.PENDING


def test_a_refused_sign_in_stops_the_channel_for_longer(
    server: MailServer, write: Write, settings: LazySettings
) -> None:
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "portal", "wrong"
    message = write()
    sending.drain()

    channel = Channel.objects.get()
    assert channel.fault == Fault.SIGN_IN
    assert channel.paused_until - timezone.now() > timedelta(minutes=4)
    assert fresh(message).attempts == 0


def test_no_answer_after_the_text_leads_to_another_try_with_the_same_identity(
    server: MailServer, write: Write
) -> None:
    message = write()
    server.drops.add("anna@example.org")
    sending.drain()

    after = fresh(message)
    assert (after.state, after.fault, after.uncertain) == (State.RETRY, Fault.NO_ANSWER, 1)
    server.drops.clear()
    let_pass(message)
    sending.drain()
    assert fresh(message).state == State.SENT
    assert [str(mail["Message-ID"]) for mail in server.mails] == [message.message_id] * 2


def test_a_server_that_hangs_after_the_text_is_left_after_the_deadline(
    server: MailServer, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(smtp, "DEADLINE", 0.3)
    message = write()
    server.hangs.add("anna@example.org")
    before = timezone.now()
    sending.drain()

    assert timezone.now() - before < timedelta(seconds=3)
    assert (fresh(message).state, fresh(message).uncertain) == (State.RETRY, 1)


def test_the_deadline_is_shorter_than_a_lease() -> None:
    assert timedelta(seconds=smtp.DEADLINE) < claiming.LEASE


def test_a_dead_senders_message_is_taken_when_its_lease_has_run_out(
    server: MailServer, write: Write
) -> None:
    message = write()
    claiming.take()
    assert sending.drain() == 0, "somebody holds it"
    left = fresh(message).due_at - timezone.now()
    assert timedelta(seconds=28) < left <= claiming.LEASE

    let_pass(message)
    sending.drain()
    after = fresh(message)
    assert (after.state, after.attempts, after.uncertain) == (State.SENT, 2, 1)


def test_of_a_dead_senders_handful_only_the_one_it_began_counts_as_tried(
    server: MailServer, write: Write
) -> None:
    begun, held = write(), write("other@example.org")
    assert claiming.take(most=2) == [begun, held]
    assert (fresh(begun).state, fresh(held).state) == (State.CLAIMED, State.PENDING)
    assert sending.drain() == 0, "somebody holds both"

    let_pass(begun)
    let_pass(held)
    sending.drain()
    tried = [(row.attempts, row.uncertain) for row in (fresh(begun), fresh(held))]
    assert tried == [(2, 1), (1, 0)]


def test_a_message_that_kills_its_senders_is_given_up(server: MailServer, write: Write) -> None:
    message = write()
    for _death in range(settling.TRIES):
        claiming.take()
        let_pass(message)
    sending.drain()

    assert (fresh(message).state, fresh(message).fault) == (State.FAILED, Fault.NO_ANSWER)
    assert server.mails == []


def test_a_sender_that_lost_its_message_writes_nothing(write: Write) -> None:
    message = write()
    slow = claiming.take()
    let_pass(message)
    fast = claiming.take()

    claiming.take([], sent=slow)
    assert fresh(message).state == State.CLAIMED
    claiming.take([], sent=fast)
    assert fresh(message).state == State.SENT


def test_a_sender_that_lost_what_it_held_does_not_begin_it(write: Write) -> None:
    write()
    held = write("other@example.org")
    _first, slow = claiming.take(most=2)
    let_pass(held)
    [fast] = claiming.take([held.pk])

    assert not claiming.begin(slow)
    assert fresh(held).claim == fast.claim


def test_what_was_sent_is_written_down_with_the_next_that_begins(write: Write) -> None:
    write()
    write("other@example.org")
    first, second = claiming.take(most=2)

    assert claiming.begin(second, sent=[first])
    assert fresh(first).state == State.SENT
    assert (fresh(second).state, fresh(second).attempts) == (State.CLAIMED, 1)


def test_what_a_restarted_database_forgot_is_written_down_again(write: Write) -> None:
    write()
    write("other@example.org")
    first, second = claiming.take(most=2)
    claiming.begin(second, sent=[first])
    for forgotten in (first, second):  # as both were when the handful was taken
        OutgoingMessage.objects.filter(pk=forgotten.pk).update(
            state=State.CLAIMED, claim=forgotten.claim, closed_at=None
        )

    claiming.take([], sent=[first, second])
    assert {fresh(first).state, fresh(second).state} == {State.SENT}


def test_what_is_held_is_stopped_by_hand(server: MailServer, write: Write, lin: User) -> None:
    write()
    held = write("other@example.org")
    _first, row = claiming.take(most=2)
    actions.stop(held, by=lin)

    assert not claiming.begin(row)
    assert (fresh(held).state, fresh(held).claim) == (State.CANCELLED, None)


def test_nothing_is_sent_to_a_closed_account(
    server: MailServer, write: Write, nguyen: User
) -> None:
    message = write(recipient_id=nguyen.pk)
    User.objects.update(is_active=False, deactivated_at=Now())
    sending.drain()

    assert (fresh(message).state, fresh(message).fault) == (State.CANCELLED, Fault.CLOSED_ACCOUNT)
    assert server.mails == []


def test_production_sends_by_the_backend_with_a_deadline() -> None:
    assert issubclass(smtp.Plain, smtplib.SMTP)
    assert smtp.Backend(use_ssl=True).connection_class is smtp.Encrypted
    assert smtp.Backend(use_ssl=False).connection_class is smtp.Plain
