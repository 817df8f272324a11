"""The secretariat sees every message, repeats and stops them, and writes to groups."""

import pytest
from django.db import connection
from django.db.models.functions import Now
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from partnership.notifications import registry
from partnership.notifications.choices import Fault, GroupState, State
from partnership.notifications.models import Channel, GroupMessage, OutgoingMessage
from tests.factories.notifications import GroupMessageFactory
from tests.forms_in_pages import resend
from tests.partnership.notifications.conftest import Write

MESSAGES = reverse("admin:notifications_outgoingmessage_changelist")


@pytest.fixture
def staff(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


def page(message: object, name: str = "change", *more: str) -> str:
    label = "outgoingmessage" if isinstance(message, OutgoingMessage) else "groupmessage"
    return reverse(f"admin:notifications_{label}_{name}", args=[message.pk, *more])


def body(client: Client, address: str, **query: str) -> str:
    answer = client.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


def failed(write: Write, **values: str) -> OutgoingMessage:
    message = write(**values)
    OutgoingMessage.objects.filter(pk=message.pk).update(
        state=State.FAILED,
        closed_at=Now(),
        fault=Fault.NO_SUCH_ADDRESS,
        answer="550 5.1.1 No such user",
    )
    return message


def test_the_list_says_in_plain_words_what_went_wrong(staff: Client, write: Write) -> None:
    failed(write)
    text = body(staff, MESSAGES, state__exact="failed")

    assert "邮箱地址不存在或不接收邮件。" in text
    assert "发送失败" in text
    assert "密码已更改" in text


def test_a_message_shows_the_answer_and_the_mail(staff: Client, write: Write) -> None:
    text = body(staff, page(failed(write, html="<p>The whole mail</p>")))

    assert '550 5.1.1 <span lang="en">No such user</span>' in text
    assert 'sandbox=""' in text
    assert "The whole mail" in text
    assert "<p>The whole mail</p>" not in text, "it stands in the frame's attribute, escaped"


def test_a_text_that_opens_an_account_is_shown_to_nobody(staff: Client, write: Write) -> None:
    message = failed(write, kind="accounts.invitation", text="SECRET-LINK", html="SECRET-LINK")

    assert "SECRET-LINK" not in body(staff, page(message))


def test_a_message_is_sent_again_by_a_button(staff: Client, write: Write) -> None:
    message = failed(write)
    assert page(message, "deed", "send-again") in body(staff, page(message))
    staff.post(page(message, "deed", "send-again"))

    message.refresh_from_db()
    assert message.state == State.PENDING
    assert AuditEvent.objects.filter(verb=Verb.SENT_AGAIN).count() == 1


def test_a_second_press_is_refused_in_words(staff: Client, write: Write) -> None:
    message = failed(write)
    staff.post(page(message, "deed", "send-again"))
    answer = staff.post(page(message, "deed", "send-again"))

    assert "当前状态" in answer.content.decode()
    assert AuditEvent.objects.filter(verb=Verb.SENT_AGAIN).count() == 1


def test_it_warns_of_a_mail_that_may_have_arrived(staff: Client, write: Write) -> None:
    message = failed(write)
    OutgoingMessage.objects.update(uncertain=1)

    assert "可能已经送达" in body(staff, page(message, "deed", "send-again"))


@pytest.mark.parametrize(
    ("action", "state"), [("send_chosen_again", State.PENDING), ("stop_chosen", State.CANCELLED)]
)
def test_many_are_sent_again_or_stopped_at_once(
    staff: Client, write: Write, action: str, state: str
) -> None:
    chosen = [failed(write), failed(write)] if state == State.PENDING else [write(), write()]
    other = write()
    sent = write()
    OutgoingMessage.objects.filter(pk=sent.pk).update(state=State.SENT, closed_at=Now())
    data = {"action": action, "_selected_action": [row.pk for row in (*chosen, sent)]}
    answer = staff.post(MESSAGES, data, follow=True)

    assert {row.state for row in OutgoingMessage.objects.filter(pk__in=[r.pk for r in chosen])} == {
        state
    }
    other.refresh_from_db()
    assert other.state == State.PENDING
    text = answer.content.decode()
    assert "已处理2条消息" in text
    assert "有1条消息" in text


def test_it_says_above_the_list_that_mail_does_not_leave(staff: Client) -> None:
    Channel.objects.create(
        key="mail", failures=3, fault=Fault.SIGN_IN, answer="535 wrong", failing_since=Now()
    )
    text = body(staff, MESSAGES)

    assert "目前邮件无法发出。" in text
    assert "535 wrong" in text


def test_the_start_page_tells_of_failed_messages_and_of_a_channel_that_fails(
    staff: Client, write: Write
) -> None:
    failed(write)
    Channel.objects.create(key="mail", failures=1)
    text = body(staff, reverse("admin:index"))

    assert "发送失败的消息" in text
    assert "邮件无法发出" in text


def test_the_list_asks_as_much_for_one_as_for_many(staff: Client, write: Write) -> None:
    counts = []
    for many in (1, 2, 47):
        for _n in range(many):
            write()
        with CaptureQueriesContext(connection) as captured:
            body(staff, MESSAGES)
        counts.append(len(captured))

    assert len(set(counts)) == 1
    assert counts[0] <= 12


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_kind_is_looked_at_beforehand(staff: Client, language: str) -> None:
    listed = body(staff, reverse("admin:notifications_kinds"))
    for kind in registry.kinds():
        address = reverse("admin:notifications_kind", args=[kind.key, language])
        assert address in listed
        assert 'srcdoc="&lt;!doctype html&gt;' in body(staff, address)


@pytest.mark.parametrize("wrong", [("made.up", "en"), ("accounts.invitation", "fr")])
def test_a_kind_or_language_that_is_none_is_not_there(
    staff: Client, wrong: tuple[str, str]
) -> None:
    assert staff.get(reverse("admin:notifications_kind", args=wrong)).status_code == 404


# --- messages to groups -------------------------------------------------------------------------


def test_a_message_to_a_group_is_written_looked_at_counted_and_sent(
    staff: Client, wang: User, nguyen: User
) -> None:
    resend(
        staff,
        reverse("admin:notifications_groupmessage_add"),
        "groupmessage_form",
        group="role-member",
        subject_zh_hans="平台维护",
        subject_en="Maintenance",
        text_zh_hans="周六维护。",
        text_en="On Saturday.",
    )
    message = GroupMessage.objects.get()
    assert "On Saturday." in body(staff, page(message, "preview", "en"))
    assert "周六维护。" in body(staff, page(message, "preview", "zh-hans"))
    asked = body(staff, page(message, "deed", "send"))
    assert "成员" in asked
    assert "目前2人" in asked
    assert "English: 1" in asked

    staff.post(page(message, "deed", "send"))

    message.refresh_from_db()
    assert (message.state, message.expected) == (GroupState.SENDING, 2)


def test_its_progress_is_found_again(staff: Client, lin: User) -> None:
    message = GroupMessageFactory(state=GroupState.SENDING, expected=40, told=10)
    text = body(staff, page(message))

    assert '<progress max="40" value="10">' in text
    assert page(message, "deed", "stop") in text
    assert page(message, "deed", "send") not in text


def test_what_was_sent_cannot_be_edited(staff: Client) -> None:
    message = GroupMessageFactory(state=GroupState.DONE, expected=1, told=1)
    staff.post(page(message), {"subject_en": "Changed"})

    message.refresh_from_db()
    assert message.subject_en == "Maintenance"


def test_both_languages_are_needed(staff: Client) -> None:
    answer = resend(
        staff,
        reverse("admin:notifications_groupmessage_add"),
        "groupmessage_form",
        group="everyone",
        subject_zh_hans="平台维护",
        text_zh_hans="周六维护。",
    )

    assert answer.status_code == 200
    assert not GroupMessage.objects.exists()
