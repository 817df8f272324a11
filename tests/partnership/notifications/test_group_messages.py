"""The secretariat writes to a group: counted, worked off in parts, stopped, told once."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.errors import NotAllowed, TransitionRefused
from partnership.core.models import AuditEvent
from partnership.notifications import actions, group_registry, sweeping
from partnership.notifications.actions import groups
from partnership.notifications.choices import GroupState, State
from partnership.notifications.delivery import sending
from partnership.notifications.errors import NobodyInGroup
from partnership.notifications.models import GroupMessage, Notification, OutgoingMessage
from tests.factories.notifications import GroupMessageFactory
from tests.mail_server import MailServer
from tests.partnership.notifications.test_concurrency import at_once


def people(count: int) -> list[User]:
    return User.objects.bulk_create(
        User(email=f"person{number}@example.org", language="en") for number in range(count)
    )


def fresh(message: GroupMessage) -> GroupMessage:
    return GroupMessage.objects.get(pk=message.pk)


def test_starting_counts_its_readers_and_is_remembered(lin: User, wang: User, nguyen: User) -> None:
    message = actions.start(GroupMessageFactory(group="role-member"), by=lin)

    assert (message.state, message.expected) == (GroupState.SENDING, 2)
    event = AuditEvent.objects.get(verb=Verb.SENT_TO_GROUP)
    assert (event.actor_label, event.note) == ("Lin", "role-member: 2")


def test_only_the_secretariat_writes_to_groups(wang: User) -> None:
    with pytest.raises(NotAllowed):
        actions.start(GroupMessageFactory(), by=wang)


def test_an_empty_group_is_refused(lin: User) -> None:
    with pytest.raises(NobodyInGroup):
        actions.start(GroupMessageFactory(group="role-reviewer"), by=lin)


def test_it_starts_once(lin: User) -> None:
    message = GroupMessageFactory()
    actions.start(message, by=lin)

    with pytest.raises(TransitionRefused):
        actions.start(message, by=lin)


def test_everyone_gets_a_mail_of_their_own_in_their_language(
    server: MailServer, lin: User, nguyen: User, wang: User
) -> None:
    message = actions.start(GroupMessageFactory(group="role-member"), by=lin)
    sweeping.sweep()

    assert sorted(server.addresses) == [nguyen.email, wang.email]
    assert {str(mail["Subject"]) for mail in server.mails} == {"Maintenance", "平台维护"}
    assert all(mail["Bcc"] is mail["Cc"] is None for mail in server.mails)
    done = fresh(message)
    assert (done.state, done.told) == (GroupState.DONE, 2)
    assert done.finished_at is not None


def test_it_is_worked_off_in_parts_and_goes_on_where_it_was_left(
    lin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "PART", 2)
    people(4)
    message = actions.start(GroupMessageFactory(), by=lin)

    assert actions.advance(message.pk)
    assert fresh(message).told == 2
    assert actions.advance(message.pk)
    assert not actions.advance(message.pk)
    assert fresh(message).told == Notification.objects.count() == 5
    assert not actions.advance(message.pk)


def test_a_death_in_the_middle_leaves_nobody_out_and_tells_nobody_twice(
    server: MailServer, lin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "PART", 10)
    written = people(37)
    bad = {person.email for person in written[:3]}
    server.to_recipient = dict.fromkeys(bad, "550 5.1.1 No such user")
    message = actions.start(GroupMessageFactory(), by=lin)
    actions.advance(message.pk)
    with transaction.atomic():  # a worker dies within the second part
        actions.advance(message.pk)
        transaction.set_rollback(True)
    sweeping.sweep()
    sweeping.sweep()

    assert fresh(message).told == 38
    assert len(server.mails) == 35
    assert server.doubles == {}
    failed = OutgoingMessage.objects.failed()
    assert {row.to_address for row in failed} == bad


def test_stopping_ends_it_and_its_waiting_mails(
    server: MailServer, lin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "PART", 2)
    people(5)
    message = actions.start(GroupMessageFactory(), by=lin)
    actions.advance(message.pk)
    sending.drain([OutgoingMessage.objects.order_by("pk")[0].pk])

    assert actions.stop_group_message(message, by=lin) == 1
    sweeping.sweep()
    assert len(server.mails) == 1
    assert fresh(message).state == GroupState.STOPPED
    assert sorted(OutgoingMessage.objects.values_list("state", flat=True)) == [
        State.CANCELLED,
        State.SENT,
    ]
    assert AuditEvent.objects.filter(verb=Verb.STOPPED).exists()


def test_a_draft_cannot_be_stopped(lin: User) -> None:
    with pytest.raises(TransitionRefused):
        actions.stop_group_message(GroupMessageFactory(), by=lin)


@pytest.mark.django_db(transaction=True)
def test_two_workers_tell_everybody_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "PART", 5)
    people(30)
    message = GroupMessageFactory(state=GroupState.SENDING, expected=30)

    def work() -> None:
        while actions.advance(message.pk):
            pass

    at_once(work, work)
    work()

    assert fresh(message).told == Notification.objects.count() == 30
    assert OutgoingMessage.objects.count() == 30


def test_every_group_finds_people_and_says_whom(lin: User, nguyen: User) -> None:
    sizes = {group.key: group.people().count() for group in group_registry.groups()}

    assert sizes["everyone"] == 2
    assert sizes["role-member"] == sizes["role-secretariat"] == 1
    assert all(group_registry.title(key) != key for key in sizes)
    assert group_registry.title("of-an-app-that-is-gone") == "of-an-app-that-is-gone"


def test_the_secretariat_sees_messages_to_groups_and_a_stranger_none(lin: User) -> None:
    message = GroupMessageFactory()

    assert message in GroupMessage.objects.visible_to(lin)
    assert not GroupMessage.objects.visible_to(AnonymousUser()).exists()
