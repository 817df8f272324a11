"""What the secretariat may do about messages on their way."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db.models.functions import Now

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.errors import NotAllowed, TransitionRefused
from partnership.core.models import AuditEvent
from partnership.notifications import actions
from partnership.notifications.choices import REPEATABLE, STOPPABLE, State
from partnership.notifications.delivery import sending
from partnership.notifications.errors import NothingToSend
from partnership.notifications.models import OutgoingMessage
from tests.mail_server import MailServer
from tests.partnership.notifications.conftest import Write


def in_state(write: Write, state: State, **values: object) -> OutgoingMessage:
    message = write()
    closed = None if state in (State.PENDING, State.RETRY, State.CLAIMED) else Now()
    claim = "00000000-0000-4000-8000-000000000000" if state == State.CLAIMED else None
    later = Now() + timedelta(hours=1)
    OutgoingMessage.objects.filter(pk=message.pk).update(
        state=state, closed_at=closed, claim=claim, due_at=later, attempts=3, **values
    )
    return OutgoingMessage.objects.get(pk=message.pk)


@pytest.mark.parametrize("state", REPEATABLE)
def test_what_failed_was_stopped_or_waits_is_sent_again_with_the_same_identity(
    server: MailServer, write: Write, lin: User, state: State
) -> None:
    message = in_state(write, state)
    actions.send_again(message, by=lin)
    sending.drain()

    [mail] = server.mails
    assert mail["Message-ID"] == message.message_id
    assert AuditEvent.objects.get(verb=Verb.SENT_AGAIN).target_id == str(message.pk)


@pytest.mark.parametrize("state", sorted(set(State) - set(REPEATABLE) - {State.PENDING}))
def test_what_was_sent_or_is_being_sent_is_not_sent_again(
    write: Write, lin: User, state: State
) -> None:
    with pytest.raises(TransitionRefused):
        actions.send_again(in_state(write, state), by=lin)


def test_sending_again_twice_sends_once(server: MailServer, write: Write, lin: User) -> None:
    message = in_state(write, State.FAILED)
    actions.send_again(message, by=lin)
    with pytest.raises(TransitionRefused):
        actions.send_again(message, by=lin)
    sending.drain()

    assert len(server.mails) == 1


def test_without_its_text_a_message_cannot_be_sent_again(write: Write, lin: User) -> None:
    with pytest.raises(NothingToSend):
        actions.send_again(in_state(write, State.FAILED, purged_at=Now()), by=lin)


@pytest.mark.parametrize("state", STOPPABLE)
def test_what_waits_can_be_stopped(
    server: MailServer, write: Write, lin: User, state: State
) -> None:
    message = in_state(write, state)
    actions.stop(message, by=lin)
    sending.drain()

    message.refresh_from_db()
    assert message.state == State.CANCELLED
    assert server.mails == []


@pytest.mark.parametrize("state", sorted(set(State) - set(STOPPABLE)))
def test_nothing_else_can_be_stopped(write: Write, lin: User, state: State) -> None:
    with pytest.raises(TransitionRefused):
        actions.stop(in_state(write, state), by=lin)


def test_others_may_not(write: Write, wang: User, guo: User) -> None:
    message = in_state(write, State.FAILED)
    for person in (wang, guo):
        for deed in (actions.send_again, actions.stop):
            with pytest.raises(NotAllowed):
                deed(message, by=person)
        assert not OutgoingMessage.objects.visible_to(person).exists()


def test_after_a_restore_everything_that_waits_is_stopped(
    server: MailServer, write: Write, lin: User
) -> None:
    waiting = [in_state(write, state) for state in (State.PENDING, State.RETRY, State.CLAIMED)]
    sent = in_state(write, State.SENT)
    call_command("stop_messages")
    OutgoingMessage.objects.update(due_at=Now() - timedelta(seconds=1))
    sending.drain()

    assert server.mails == []
    states = dict(OutgoingMessage.objects.values_list("pk", "state"))
    assert {states[row.pk] for row in waiting} == {State.CANCELLED}
    assert states[sent.pk] == State.SENT
    assert AuditEvent.objects.get(verb=Verb.STOPPED).note == "3"
