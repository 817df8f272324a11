"""Messages to the people of an event in the secretariat's own words."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed, TransitionRefused
from partnership.events import actions, tasks
from partnership.events.actions import notices
from partnership.events.choices import Audience, MessageState
from partnership.events.errors import NobodyToWriteTo
from partnership.events.models import Event, EventMessage
from partnership.notifications.models import Notification, OutgoingMessage
from tests.factories.copies import copies, in_turn
from tests.factories.events import EventFactory, RegistrationFactory
from tests.forms_in_pages import fields_of

pytestmark = pytest.mark.django_db

TEXTS = {
    "subject_zh_hans": "接驳车",
    "subject_en": "Shuttle bus",
    "text_zh_hans": "八点发车。",
    "text_en": "It leaves at eight.",
}


def written(event: Event, audience: str = Audience.CONFIRMED) -> EventMessage:
    return EventMessage.objects.create(event=event, audience=audience, **TEXTS)


def mails() -> dict[str, OutgoingMessage]:
    rows = OutgoingMessage.objects.filter(kind="events.message")
    return {mail.to_address: mail for mail in rows}


def test_everyone_gets_it_in_their_language_with_or_without_an_account(lin: User) -> None:
    event = EventFactory(published=True)
    here = RegistrationFactory(event=event, person__language="zh-hans")
    stranger = RegistrationFactory(event=event, entered=True, email="li@example.org")

    message = actions.send_message(written(event), by=lin)
    assert (message.expected, message.state) == (2, MessageState.SENDING)
    tasks.tell_people()
    tasks.tell_people()

    found = mails()
    assert set(found) == {here.email, stranger.email}
    assert (found[here.email].subject, found[stranger.email].subject) == ("接驳车", "Shuttle bus")
    assert "八点发车。" in found[here.email].text
    assert "leaves" not in found[here.email].text
    assert "/en/events/link/" in found[stranger.email].text
    assert Notification.objects.filter(kind="events.message").count() == 1
    message.refresh_from_db()
    assert (message.state, message.notice.told) == (MessageState.DONE, 2)


def test_what_is_typed_is_taken_literally(lin: User) -> None:
    typed = "{} {0} %(x)s {{ registration.email }} <script>alert(1)</script>"
    event = EventFactory(published=True, title_en=f"Dialogue {typed}")
    RegistrationFactory(event=event, name=f"Mei {typed}")
    RegistrationFactory(event=event, name=f"Li {typed}", entered=True, email="li@example.org")
    message = written(event)
    message.subject_en, message.text_en = f"Bus\nBcc: all@example.org {typed}", typed
    message.save()

    actions.send_message(message, by=lin)
    tasks.tell_people()

    assert len(mails()) == 2
    for mail in mails().values():
        assert mail.subject == f"Bus Bcc: all@example.org {typed}"
        assert f"Dialogue {typed}" in mail.text
        assert typed in mail.text
        assert "<script" not in mail.html
        assert "&lt;script&gt;" in mail.html


def test_two_messages_to_the_same_people_both_arrive(lin: User) -> None:
    event = EventFactory(published=True)
    RegistrationFactory(event=event)
    for _number in range(2):
        actions.send_message(written(event), by=lin)
    tasks.tell_people()

    assert OutgoingMessage.objects.filter(kind="events.message").count() == 2


def test_it_goes_to_the_chosen_people_only(lin: User) -> None:
    event = EventFactory(published=True, capacity=1, waitlist_capacity=5)
    _seated, waiting = RegistrationFactory.create_batch(2, event=event)

    actions.send_message(written(event, Audience.WAITING), by=lin)
    tasks.tell_people()

    assert set(mails()) == {waiting.email}


def test_it_is_refused_without_readers_rights_or_a_draft(lin: User, guo: User) -> None:
    event = EventFactory(published=True)
    message = written(event)
    with pytest.raises(NobodyToWriteTo):
        actions.send_message(message, by=lin)
    RegistrationFactory(event=event)
    with pytest.raises(NotAllowed):
        actions.send_message(message, by=guo)
    with pytest.raises(TransitionRefused):
        actions.stop_message(message, by=lin)
    actions.send_message(message, by=lin)
    with pytest.raises(TransitionRefused):
        actions.send_message(message, by=lin)
    tasks.tell_people()
    with pytest.raises(TransitionRefused):
        actions.stop_message(message, by=lin)


def test_it_can_be_stopped_half_way(lin: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "PART", 1)
    event = EventFactory(published=True)
    RegistrationFactory.create_batch(3, event=event)
    message = actions.send_message(written(event), by=lin)
    assert actions.tell_next()

    actions.stop_message(message, by=lin)
    tasks.tell_people()

    message.refresh_from_db()
    assert message.state == MessageState.STOPPED
    assert len(mails()) == 1


def test_both_languages_are_needed() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        EventMessage.objects.create(event=EventFactory(), subject_en="X", text_en="Y")


def test_the_secretariat_writes_looks_sends_and_follows(
    client: Client, zhao: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    event = EventFactory(published=True)
    RegistrationFactory.create_batch(2, event=event)
    listed = reverse("admin:events_eventmessage_changelist")
    form = client.get(reverse("admin:events_event_change", args=[event.pk])).content.decode()
    assert f"{listed}?event={event.pk}" in form
    add = reverse("admin:events_eventmessage_add")
    half = client.post(add, {"event": event.pk, "audience": "confirmed", **TEXTS, "text_en": ""})
    assert half.status_code == 200
    assert (
        client.post(add, {"event": event.pk, "audience": "confirmed", **TEXTS}).status_code == 302
    )
    message = EventMessage.objects.get()
    change = reverse("admin:events_eventmessage_change", args=[message.pk])
    assert fields_of(client.get(change), "eventmessage_form")["subject_en"] == "Shuttle bus"

    for language, words in (("zh-hans", "八点发车。"), ("en", "It leaves at eight.")):
        address = reverse("admin:events_eventmessage_preview", args=[message.pk, language])
        assert words in client.get(address).content.decode()
    assert (
        client.get(
            reverse("admin:events_eventmessage_preview", args=[message.pk, "fr"])
        ).status_code
        == 404
    )
    send = reverse("admin:events_eventmessage_deed", args=[message.pk, "send"])
    asked = client.get(send).content.decode()
    assert "2" in asked
    assert "English" in asked
    assert client.post(send).status_code == 302
    sending = client.get(change).content.decode()
    assert "0 / 2" in sending
    assert 'name="subject_en"' not in sending
    stop = reverse("admin:events_eventmessage_deed", args=[message.pk, "stop"])
    assert client.post(stop).status_code == 302
    page = client.get(f"{listed}?event={event.pk}").content.decode()
    assert "接驳车" in page


def test_the_list_asks_the_same_for_one_and_for_fifty(
    client: Client, zhao: User, settings: Any, django_assert_max_num_queries: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    address = reverse("admin:events_eventmessage_changelist")

    def queries() -> int:
        with django_assert_max_num_queries(40) as found:
            assert client.get(address).status_code == 200
        return len(found)

    event = EventFactory(published=True)
    registration = RegistrationFactory(event=event)
    message = actions.send_message(written(event), by=zhao)

    def more(number: int) -> None:
        events = copies(event, number)
        copies(registration, number, event=in_turn(events))
        copies(message, number, event=in_turn(events))

    client.get(address)
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()
